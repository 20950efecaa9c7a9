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
  void threads_never_get_the_same_id() {
    Set<Long> all = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 20_000).parallel().forEach(one -> all.add(ids.next()));
    assertThat(all).hasSize(20_000);
  }
}
