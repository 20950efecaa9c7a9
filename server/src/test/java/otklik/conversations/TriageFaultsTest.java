package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Fault.Kind;

/// The opening of the triage topic when the network has its moods.
class TriageFaultsTest extends Faulty {
  @Test
  void an_opening_whose_answer_is_lost_makes_no_second_topic() {
    playground().fault(Fault.of(Kind.SILENCE_AFTER).forMethods("createForumTopic").inChat(desk.group.id()).times(1));
    Client olena = person("Olena").withoutCode("Рога", "У меня беда");
    desk.topic("UNKNOWN/TRIAGE").shows("● Ticket: #0001");
    playground().endFaults();
    olena.writes("Есть кто?");
    desk.topic("UNKNOWN/TRIAGE").shows("Есть кто?");
    desk.settles();
    assertThat(desk.topics()).hasSize(1);
  }
}
