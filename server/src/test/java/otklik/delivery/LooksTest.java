package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.kernel.RowLimit;
import otklik.kernel.Window;

class LooksTest {
  private final RowLimit limit = new RowLimit(1);
  private final LeftOut leftOut = new LeftOut(limit);

  private Window<Long> full() {
    Window<Long> window = new Window<>(1, row -> row, limit);
    window.offer(1L);
    return window;
  }

  @Test
  void what_is_left_out_while_it_is_looked_for_is_looked_for_once_more() {
    Window<Long> only = full();
    leftOut.look(List.of());
    assertThat(leftOut.hasRoom(null, Priority.WORDS)).isFalse();
    only.remove(1);
    assertThat(leftOut.looked(true, List.of())).as("nobody's end says so").isTrue();
    leftOut.look(List.of());
    assertThat(leftOut.looked(true, List.of())).isFalse();
  }
}
