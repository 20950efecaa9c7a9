package otklik.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final Window<Long> window = new Window<>(3, row -> row, new RowLimit(1_000));

  @Test
  void what_does_not_fit_is_fetched_when_the_window_has_run_empty() {
    for (long row = 1; row <= 5; row++) {
      window.offer(row);
    }
    assertThat(takeAll()).containsExactly(1L, 2L, 3L);
    assertThat(window.mustLoad()).isTrue();
    window.beginLoading();
    window.loaded(List.of(4L, 5L));
    assertThat(takeAll()).containsExactly(4L, 5L);
    assertThat(window.mustLoad()).isFalse();
  }

  @Test
  void windows_share_what_may_be_in_memory_and_each_holds_one_row_all_the_same() {
    RowLimit limit = new RowLimit(4);
    Window<Long> first = new Window<>(3, row -> row, limit);
    Window<Long> second = new Window<>(3, row -> row, limit);
    for (long row = 1; row <= 3; row++) {
      first.offer(row);
      second.offer(10 + row);
    }
    assertThat(limit.isFull()).isTrue();
    assertThat(first.rows()).hasSize(2);
    assertThat(second.rows()).hasSize(2);
    Window<Long> third = new Window<>(3, row -> row, limit);
    third.offer(20L);
    third.offer(21L);
    assertThat(third.rows()).containsExactly(20L);
    assertThat(third.hasMore()).isTrue();
  }

  @Test
  void no_more_is_read_than_there_is_room_for() {
    RowLimit limit = new RowLimit(4);
    Window<Long> first = new Window<>(3, row -> row, limit);
    Window<Long> second = new Window<>(3, row -> row, limit);
    first.suspectMore();
    second.suspectMore();
    assertThat(first.beginLoading()).isEqualTo(3);
    assertThat(second.beginLoading()).isEqualTo(1);
    second.loaded(List.of(11L));
    assertThat(second.hasMore()).as("as many as were asked for").isTrue();
    first.loaded(List.of(1L));
    assertThat(first.hasMore()).isFalse();
    assertThat(limit.isTaken(0.5)).isTrue();
    first.take();
    first.done();
    second.take();
    assertThat(limit.isTaken(0.5)).isFalse();
  }

  @Test
  void a_row_that_became_durable_while_others_were_read_is_not_forgotten() {
    window.suspectMore();
    window.beginLoading();
    window.offer(2L);
    window.loaded(List.of(1L));
    assertThat(takeAll()).containsExactly(1L);
    assertThat(window.mustLoad()).isTrue();
  }

  @Test
  void rows_that_only_wait_are_known_of_and_those_never_offered_are_not() {
    window.offer(1L);
    window.offer(3L);
    window.take();
    assertThat(window.knowsOf(2, 3L)).isTrue();
    assertThat(window.knowsOf(1, 2L)).isTrue();
    assertThat(window.knowsOf(2, 2L)).isFalse();
    assertThat(window.knowsOf(3, 3L)).isFalse();
    window.suspectMore();
    assertThat(window.knowsOf(3, 3L)).isTrue();
  }

  @Test
  void a_row_that_was_removed_while_others_were_read_does_not_come_back() {
    window.suspectMore();
    window.beginLoading();
    window.remove(1L);
    window.loaded(List.of(1L, 2L));
    assertThat(takeAll()).containsExactly(2L);
  }

  @Test
  void a_row_that_was_removed_while_it_was_taken_is_not_put_back() {
    window.offer(1L);
    window.take();
    window.remove(1L);
    window.putBack();
    assertThat(window.first()).isNull();
  }

  @Test
  void a_row_that_is_put_back_is_first_again() {
    window.offer(1L);
    window.offer(2L);
    window.take();
    window.offer(1L);
    window.putBack();
    assertThat(takeAll()).containsExactly(1L, 2L);
  }

  /// Rows become durable and are offered, loads see the queue as it was at some moment: each row comes once, in order.
  @RepeatedTest(50)
  void every_row_of_the_durable_queue_comes_once_and_in_order(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    TreeSet<Long> durable = new TreeSet<>();
    List<Long> handled = new ArrayList<>();
    long last = 0;
    List<Long> snapshot = null;
    while (handled.size() < 200) {
      switch (random.nextInt(4)) {
        case 0 -> {
          durable.add(++last);
          if (random.nextInt(20) == 0) {
            window.suspectMore(); // the offer was lost, and somebody knows
          } else {
            window.offer(last);
          }
        }
        case 1 -> {
          if (snapshot == null && window.mustLoad()) {
            window.beginLoading();
            snapshot = durable.stream().limit(3).toList();
          }
        }
        case 2 -> {
          if (snapshot != null) {
            window.loaded(snapshot);
            snapshot = null;
          }
        }
        default -> {
          Long row = snapshot == null ? window.take() : null;
          if (row != null && random.nextInt(5) == 0) {
            window.putBack();
          } else if (row != null) {
            durable.remove(row);
            handled.add(row);
            window.done();
          }
        }
      }
    }
    for (int i = 0; i < handled.size(); i++) {
      assertThat(handled.get(i)).as("seed %d", seed.getCurrentRepetition()).isEqualTo(i + 1L);
    }
  }

  private List<Long> takeAll() {
    List<Long> taken = new ArrayList<>();
    for (Long row = window.take(); row != null; row = window.take()) {
      taken.add(row);
      window.done();
    }
    return taken;
  }
}
