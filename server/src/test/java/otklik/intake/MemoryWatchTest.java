package otklik.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.kernel.Background;
import otklik.kernel.Eventually;
import otklik.kernel.TestHeap;
import otklik.kernel.TestTime;

/// When the program is short of memory.
class MemoryWatchTest {
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final TestTime time = new TestTime();
  private final Background background = new Background(time);
  private final TestHeap heap = new TestHeap();
  private final MemoryWatch watch = new MemoryWatch(heap, background, time);

  @BeforeEach
  void begin() {
    watch.begin();
  }

  @AfterEach
  void end() {
    background.close();
  }

  private void becomes(boolean isShort) {
    Eventually.becomesTrue(() -> {
      time.advance(LOOK);
      return watch.isShort() == isShort;
    }, () -> watch.isShort());
  }

  @Test
  void it_is_short_when_nearly_all_is_needed_and_no_more_when_clearly_less_is() {
    heap.needed = 0.84;
    becomes(false);
    heap.needed = 0.86;
    becomes(true);
    heap.needed = 0.76;
    time.advance(LOOK);
    time.advance(LOOK);
    assertThat(watch.isShort()).isTrue();
    heap.needed = 0.74;
    becomes(false);
  }

  @Test
  void while_it_is_short_it_is_collected_now_and_then_so_that_it_shows_when_it_is_over() {
    heap.needed = 0.9;
    becomes(true);
    heap.collectsItself = false;
    heap.needed = 0.5;
    becomes(false);
    assertThat(heap.collections).isEqualTo(1);
  }

  @Test
  void what_has_grown_far_beyond_what_is_needed_is_collected() {
    heap.grown = true;
    Eventually.becomesTrue(() -> {
      time.advance(LOOK);
      return heap.collections == 1;
    }, () -> heap.collections);
    assertThat(watch.isShort()).isFalse();
  }

  @Test
  void as_long_as_there_is_enough_nobody_stops_the_program_to_collect() {
    heap.needed = 0.8;
    for (int i = 0; i < 100; i++) {
      time.advance(LOOK);
    }
    assertThat(heap.collections).isZero();
  }
}
