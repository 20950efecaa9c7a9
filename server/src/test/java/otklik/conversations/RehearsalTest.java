package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Rehearsal;

/// What the package is rehearsed with when it is built. Nobody would notice that it stands still: the program would only
/// start cold.
class RehearsalTest extends Conversation {
  @Test
  void every_ticket_is_talked_about_closed_and_rated_and_somebody_is_forgotten() {
    new Rehearsal(desk.stage.playground, desk.bot, desk.group, Desk.marek(desk.stage.playground), 3).play(5);

    desk.settles();
    assertThat(desk.count("select count(*) from csat where workspace_id = %s and score = 'up'")).isEqualTo(3);
    assertThat(desk.count("select count(*) from message where workspace_id = %s and direction = 'out'")).isEqualTo(3 * 6);
    assertThat(desk.count("select count(*) from ticket where workspace_id = %s")).isEqualTo(4);
    assertThat(desk.count("select count(*) from erasure where workspace_id = %s")).isEqualTo(1);
  }
}
