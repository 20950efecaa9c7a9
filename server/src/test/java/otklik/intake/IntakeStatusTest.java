package otklik.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import otklik.channels.Door;
import otklik.kernel.Eventually;
import otklik.storage.TestDatabases;

/// What the doors know of how updates come in.
class IntakeStatusTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void the_oldest_update_waits_until_it_is_handled() {
    try (Office office = Office.open(TestDatabases.SQLITE)) {
      CountDownLatch free = new CountDownLatch(1);
      office.handling = (tx, text) -> free.await();
      assertThat(office.intakeLifecycle.oldestWaiting()).isEmpty();
      office.receives("a 1");
      assertThat(office.intakeLifecycle.oldestWaiting()).isPresent();
      free.countDown();
      office.handles(1);
      Eventually.becomesTrue(() -> office.intakeLifecycle.oldestWaiting().isEmpty(),
          office.intakeLifecycle::oldestWaiting);
    }
  }

  @Test
  void an_answer_counts_when_all_that_it_brought_is_kept() {
    try (Office office = Office.open(TestDatabases.SQLITE)) {
      office.time.advance(HOUR);
      assertThat(office.intakeLifecycle.sinceAnswer(office.channel)).isGreaterThanOrEqualTo(HOUR);
      Arrivals arrivals = new Arrivals(List.of(office.channel), office.time, office.memory);
      arrivals.begin();
      office.time.advance(HOUR);
      Door door = arrivals.noting(office.channel, office.door);
      assertThat(arrivals.askedInVain(office.channel)).as("an answer may be on its way").isZero();
      door.askedInVain();
      assertThat(arrivals.askedInVain(office.channel)).isGreaterThanOrEqualTo(HOUR);
      door.answered();
      assertThat(arrivals.sinceAnswer(office.channel)).isLessThan(HOUR);
      assertThat(arrivals.askedInVain(office.channel)).isZero();
    }
  }

  @Test
  void while_memory_is_short_a_messenger_may_push_one_update_a_second() {
    try (Office office = Office.open(TestDatabases.SQLITE)) {
      Arrivals arrivals = new Arrivals(List.of(office.channel), office.time, office.memory);
      arrivals.begin();
      Door door = arrivals.noting(office.channel, office.door);
      assertThat(door.isShortOfMemory()).isFalse();
      assertThat(List.of(door.mayPush(), door.mayPush(), door.mayPush())).containsOnly(true);
      office.heap.needed = 0.9;
      Eventually.becomesTrue(() -> {
        office.time.advance(Duration.ofSeconds(1));
        return door.isShortOfMemory();
      }, office.memory::isShort);
      office.time.advance(Duration.ofSeconds(1));
      assertThat(door.mayPush()).isTrue();
      office.time.advance(Duration.ofSeconds(1));
      assertThat(door.mayPush()).isTrue();
      long refused = IntStream.range(0, 10).filter(_ -> !door.mayPush()).count();
      assertThat(refused).isGreaterThanOrEqualTo(9);
    }
  }

  @Test
  void what_could_not_be_kept_did_not_come_in() throws InterruptedException {
    try (Office office = Office.open(TestDatabases.SQLITE)) {
      Arrivals arrivals = new Arrivals(List.of(office.channel), office.time, office.memory);
      arrivals.begin();
      var opened = arrivals.lastKept(office.channel);
      office.time.advance(HOUR);
      try {
        arrivals.noting(office.channel, updates -> {
          throw new IllegalStateException("disk full");
        }).accept(List.of(Office.said("a 1", "a 1")));
      } catch (IllegalStateException notKept) {
        assertThat(arrivals.lastKept(office.channel)).isEqualTo(opened);
      }
      arrivals.noting(office.channel, office.door).accept(List.of(Office.said("a 1", "a 1")));
      assertThat(arrivals.lastKept(office.channel)).isAfterOrEqualTo(opened.plus(HOUR));
    }
  }
}
