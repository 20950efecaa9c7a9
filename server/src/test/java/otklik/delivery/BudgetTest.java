package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import otklik.channels.Rate;

class BudgetTest {
  private static final long PERIOD = 1_000;

  private record Operation(long begin, long end, int cost) {}

  /// Wherever the messenger counts an operation between its beginning and its end: never too many in any window.
  @RepeatedTest(100)
  void no_window_ever_holds_more_than_the_rate(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int most = 1 + random.nextInt(20);
    Budget budget = new Budget(new Rate(most, Duration.ofNanos(PERIOD)));
    List<Operation> underWay = new ArrayList<>();
    List<Operation> done = new ArrayList<>();
    long now = random.nextLong(-10_000, 10_000);
    while (done.size() < 200) {
      int cost = 1 + random.nextInt(Math.min(most, 10));
      long wait = budget.untilRoomFor(cost, now);
      if (wait == 0 && random.nextInt(4) > 0) {
        budget.begin(cost);
        underWay.add(new Operation(now, Long.MAX_VALUE, cost));
      } else if (wait == Long.MAX_VALUE || (!underWay.isEmpty() && random.nextBoolean())) {
        assertThat(underWay).as("who is told to wait for an end has something under way").isNotEmpty();
        Operation ended = underWay.remove(random.nextInt(underWay.size()));
        budget.end(ended.cost(), now);
        done.add(new Operation(ended.begin(), now, ended.cost()));
      } else {
        now += random.nextBoolean() ? Math.max(1, wait) : random.nextInt((int) PERIOD / 4);
      }
    }
    for (Operation last : done) {
      int counted = done.stream()
          .filter(other -> other.begin() <= last.begin() && other.end() > last.begin() - PERIOD)
          .mapToInt(Operation::cost).sum();
      assertThat(counted).as("seed %d", repetition.getCurrentRepetition()).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void whoever_waits_as_long_as_told_may_begin() {
    Budget budget = new Budget(new Rate(2, Duration.ofNanos(PERIOD)));
    budget.begin(2);
    assertThat(budget.untilRoomFor(1, 0)).isEqualTo(Long.MAX_VALUE);
    budget.end(1, 100);
    budget.end(1, 300);
    assertThat(budget.untilRoomFor(1, 400)).isEqualTo(700);
    assertThat(budget.untilRoomFor(2, 400)).isEqualTo(900);
    assertThat(budget.untilRoomFor(1, 1_100)).isZero();
    assertThat(budget.untilRoomFor(2, 1_300)).isZero();
    assertThat(budget.isIdle(1_300)).isTrue();
  }

  @Test
  void what_was_granted_before_the_first_began_counts_until_its_own_time_is_over() {
    Budget budget = new Budget(new Rate(2, Duration.ofNanos(PERIOD)));
    budget.count(1, -900);
    budget.count(1, -300);
    assertThat(budget.untilRoomFor(1, 0)).isEqualTo(100);
    assertThat(budget.untilRoomFor(2, 0)).isEqualTo(700);
    assertThat(budget.isIdle(700)).isTrue();
  }

  @Test
  void what_is_larger_than_the_rate_goes_alone() {
    Budget budget = new Budget(new Rate(2, Duration.ofNanos(PERIOD)));
    assertThat(budget.untilRoomFor(10, 0)).isZero();
    budget.begin(10);
    budget.end(10, 50);
    assertThat(budget.untilRoomFor(1, 100)).isEqualTo(950);
  }

  @Test
  void a_messenger_that_asks_to_wait_is_obeyed_also_where_there_is_no_rate() {
    Budget budget = new Budget(null);
    budget.closeUntil(500);
    budget.closeUntil(200);
    assertThat(budget.untilRoomFor(1, 100)).isEqualTo(400);
    assertThat(budget.isIdle(100)).isFalse();
    assertThat(budget.untilRoomFor(1, 500)).isZero();
    assertThat(budget.isIdle(500)).isTrue();
  }
}
