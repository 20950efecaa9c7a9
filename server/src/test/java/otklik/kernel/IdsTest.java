package otklik.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
  private final Ids ids = new Ids(now::get);

  @Test
  void each_id_is_greater_than_the_one_before_also_when_the_clock_steps_back() {
    long first = ids.next();
    long second = ids.next();
    now.set(now.get().minusSeconds(3600));
    long third = ids.next();
    now.set(now.get().plusSeconds(7200));
    long fourth = ids.next();
    assertThat(new long[] {first, second, third, fourth}).isSorted().doesNotHaveDuplicates();
    assertThat(fourth >> 20).isEqualTo(now.get().toEpochMilli());
  }

  @Test
  void ids_go_on_behind_those_of_earlier_runs_though_the_clock_was_set_back() {
    long stored = ids.next();
    now.set(now.get().minusSeconds(86_400));
    Ids afterRestart = new Ids(now::get, stored);
    assertThat(afterRestart.next()).isGreaterThan(stored);
    assertThat(afterRestart.next()).isGreaterThan(stored + 1);
  }

  @Test
  void ids_of_a_clock_that_once_ran_years_ahead_are_counted_up_and_never_met_twice() {
    now.set(Instant.parse("2099-01-01T00:00:00Z"));
    long ahead = ids.next();
    now.set(Instant.parse("2030-01-01T00:00:00Z"));
    Ids afterRestart = new Ids(now::get, ahead);
    for (long expected = ahead + 1; expected <= ahead + 10; expected++) {
      assertThat(afterRestart.next()).isEqualTo(expected);
      now.set(now.get().plusSeconds(3600));
    }
    now.set(Instant.parse("2100-01-01T00:00:00Z"));
    assertThat(Ids.madeAt(afterRestart.next())).isEqualTo(now.get());
  }

  @Test
  void threads_never_get_the_same_id() {
    Set<Long> all = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 20_000).parallel().forEach(one -> all.add(ids.next()));
    assertThat(all).hasSize(20_000);
  }
}
