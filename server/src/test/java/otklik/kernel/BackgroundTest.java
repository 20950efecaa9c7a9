package otklik.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("hears whatever is logged")
class BackgroundTest {
  private final TestTime time = new TestTime();
  private final Background background = new Background(time);

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void closing_waits_for_what_is_under_way() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean done = new AtomicBoolean();
    background.run(() -> {
      begun.countDown();
      passes(release);
      done.set(true);
    });
    begun.await();

    FutureTask<Boolean> closing = new FutureTask<>(() -> {
      background.close();
      return done.get();
    });
    Thread closer = Thread.ofPlatform().start(closing);
    Eventually.becomesTrue(() -> closer.getState() == Thread.State.TIMED_WAITING || !closer.isAlive(), closer::getState);
    release.countDown();
    assertThat(closing.get()).isTrue();
  }

  @Test
  void what_is_begun_or_planned_after_closing_is_silently_not_done() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger late = new AtomicInteger();
    FutureTask<Void> planning = new FutureTask<>(() -> {
      begun.countDown();
      passes(release);
      background.run(late::incrementAndGet);
      background.after(Duration.ZERO, late::incrementAndGet);
      background.every(Duration.ZERO, late::incrementAndGet);
      return null;
    });
    background.run(planning);
    begun.await();

    Thread closer = Thread.ofPlatform().start(background::close);
    Eventually.becomesTrue(() -> closer.getState() == Thread.State.TIMED_WAITING || !closer.isAlive(), closer::getState);
    release.countDown();
    planning.get();
    closer.join();
    assertThat(late).hasValue(0);
  }

  @Test
  void what_repeats_goes_on_after_a_failure() {
    AtomicInteger runs = new AtomicInteger();
    try (Complaints complaints = new Complaints()) {
      background.every(Duration.ofNanos(1), () -> {
        if (runs.incrementAndGet() == 1) {
          throw new IllegalStateException("once");
        }
      });
      Eventually.becomesTrue(() -> runs.get() > 10, runs::get);
      background.close();
      assertThat(complaints.heard()).singleElement().asString().contains("background work failed", "once");
    }
  }

  @Test
  void what_does_not_end_by_itself_is_interrupted() {
    Background impatient = new Background(time, Duration.ofNanos(1));
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    impatient.run(() -> {
      begun.countDown();
      interrupted.set(!passes(new CountDownLatch(1)));
    });
    assertThat(passes(begun)).isTrue();
    impatient.close();
    assertThat(interrupted).isTrue();
  }

  /// False when interrupted.
  private static boolean passes(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
