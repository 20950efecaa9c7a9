package otklik.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import otklik.kernel.RowLimit;

class LooksTest {
  private final Capacity.Of room = new Capacity.Of(new RowLimit(1));

  @Test
  void what_is_left_out_while_it_is_looked_for_is_looked_for_once_more() {
    room.look();
    room.leaveOut();
    assertThat(room.mayLook()).as("while it is looked for").isFalse();
    room.looked(true);
    assertThat(room.mayLook()).isTrue();
    room.look();
    room.looked(true);
    assertThat(room.mayLook()).isFalse();
  }

  @Test
  void while_it_is_looked_for_something_may_be_on_disk() {
    assertThat(room.mayHide()).isFalse();
    room.look();
    assertThat(room.mayHide()).isTrue();
    room.looked(true);
    assertThat(room.mayHide()).isFalse();
    room.looked(false);
    assertThat(room.mayHide()).isTrue();
  }
}
