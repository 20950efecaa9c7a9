package otklik.kernel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import playground.WorldTime;

/// A time that goes on by itself, and that tests move forward: what was to happen in the time that is skipped happens
/// at once, in its order. Who waits for the program while nothing goes on there but time waits for nothing: the time
/// until something happens is skipped. The simulated messenger lives in the same time.
public final class TestTime implements TimeSource, WorldTime {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private record Action(long due, long number, Runnable what) {}

  /// Whatever is planned for later is not what somebody waits for.
  private static final Duration LONGEST = Duration.ofMinutes(2);
  /// Whoever waits no longer than this only looks again at what is under way.
  private static final Duration MOMENT = Duration.ofMillis(500);

  private final Instant beginning;
  private volatile long began = System.nanoTime();
  private volatile boolean goesOn;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Action> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Action::due).thenComparingLong(Action::number));
  private volatile long skipped;
  private volatile Duration wallAhead = Duration.ZERO;
  private volatile BooleanSupplier idle = () -> false;
  private volatile Duration skippable = LONGEST;
  private long numbers;

  public TestTime() {
    this(Instant.now());
  }

  public TestTime(Instant beginning) {
    this(beginning, true);
  }

  private TestTime(Instant beginning, boolean goesOn) {
    this.beginning = beginning;
    this.goesOn = goesOn;
    Thread.ofVirtual().name("test time").start(this::goOn);
  }

  /// Stands still but for what is skipped, until it [goes on][#goesOn]: what has so long to come can't be over because the
  /// machine is slow.
  public static TestTime standing(Instant beginning) {
    return new TestTime(beginning, false);
  }

  /// By itself, from now on.
  public void goesOn() {
    if (!goesOn) {
      began = System.nanoTime();
      goesOn = true;
      skip(0);
    }
  }

  @Override
  public Instant instant() {
    return beginning.plusNanos(nanos()).plus(wallAhead);
  }

  @Override
  public long nanos() {
    return (goesOn ? System.nanoTime() - began : 0) + skipped;
  }

  @Override
  public void after(Duration delay, Runnable action) {
    lock.lock();
    try {
      waiting.add(new Action(nanos() + delay.toNanos(), numbers++, action));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Lets that much time pass.
  public void advance(Duration by) {
    skip(by.toNanos());
    runWhatIsDue();
  }

  /// Lets the time pass until the next thing that waits for it happens, but not for longer than this.
  ///
  /// @return false when there is nothing so soon
  public boolean skip(Duration longest) {
    lock.lock();
    try {
      long left = waiting.isEmpty() ? Long.MAX_VALUE : waiting.peek().due() - nanos();
      if (left > longest.toNanos()) {
        return false;
      }
      skip(Math.max(0, left));
    } finally {
      lock.unlock();
    }
    runWhatIsDue();
    return true;
  }

  /// Lets the time pass until the next such moment in Madrid, where the tests' desks are.
  public void goTo(DayOfWeek day, LocalTime time) {
    ZonedDateTime now = instant().atZone(MADRID);
    ZonedDateTime then = now.with(TemporalAdjusters.nextOrSame(day)).with(time);
    goTo((then.isAfter(now) ? then : then.plusWeeks(1)).toInstant());
  }

  /// Lets the time pass until that moment.
  public void goTo(Instant moment) {
    advance(Duration.between(instant(), moment));
  }

  /// @param idle whether nothing goes on in the program and around it, so that nothing will happen but in time
  public void skipWhile(BooleanSupplier idle) {
    this.idle = idle;
    this.skippable = LONGEST;
  }

  /// Likewise, but only moments are skipped: where time stands still, whoever looks again in a moment would never.
  public void skipMomentsWhile(BooleanSupplier idle) {
    this.idle = idle;
    this.skippable = MOMENT;
  }

  /// What is looked at lies in several places, so it is looked at twice: something on its way from one to the next is
  /// seen at least once.
  @Override
  public boolean passesWhileWaiting() {
    return idle.getAsBoolean() && idle.getAsBoolean() && skip(skippable);
  }

  /// Only the clock on the wall is set: so far ahead of what has passed.
  public void setWall(Duration ahead) {
    wallAhead = ahead;
  }

  private void skip(long nanos) {
    lock.lock();
    try {
      skipped += nanos;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void goOn() {
    try {
      while (true) {
        runWhatIsDue();
        await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await() throws InterruptedException {
    lock.lock();
    try {
      if (waiting.isEmpty() || !goesOn) {
        changed.await();
      } else {
        changed.awaitNanos(waiting.peek().due() - nanos());
      }
    } finally {
      lock.unlock();
    }
  }

  /// Holds no lock while it does: what happens may take locks of its own, whose holders ask for the time.
  private void runWhatIsDue() {
    for (Action next = due(); next != null; next = due()) {
      next.what().run();
    }
  }

  private @Nullable Action due() {
    lock.lock();
    try {
      return !waiting.isEmpty() && waiting.peek().due() <= nanos() ? waiting.poll() : null;
    } finally {
      lock.unlock();
    }
  }
}
