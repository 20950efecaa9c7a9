package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Message;

/// «[Не срочная помощь] (closes it as not matching; how many helpers must agree is configurable, 1 by default; the person
/// may appeal once, and then a coordinator decides)», «After taking: … [Не соответствует]».
class SosNotUrgentTest extends HelpingConversation {
  @Test
  void one_volunteer_suffices_by_default() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "Нужен репетитор");
    Message copy = beso.sees("Нужна помощь");
    ana.sees("Нужна помощь");
    assertThat(ana.presses("Не срочная помощь")).isEqualTo("Просьба закрыта как не срочная.");
    assertThat(nana.seesMessage("the button to appeal", message -> message.button("Это срочно").isPresent()).text())
        .contains("не из тех");
    becomes(beso, copy, "закрыта: это не срочная помощь");
    String take = copy.button("Взять в работу").orElseThrow().data();
    assertThat(beso.chat.pressesStale(copy.id(), take).answer()).isEqualTo("Эта просьба уже закрыта.");
  }

  @Test
  void as_many_must_agree_as_are_configured_and_nobody_counts_twice() {
    town = town.stage.newAgreeingTown();
    joinATown();
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "Нужен репетитор");
    ana.sees("Нужна помощь");
    beso.sees("Нужна помощь");
    assertThat(ana.presses("Не срочная помощь")).isEqualTo("Учтено. Нужен ещё 1 голос.");
    assertThat(ana.presses("Не срочная помощь")).isEqualTo("Учтено. Нужен ещё 1 голос.");
    assertThat(beso.presses("Не срочная помощь")).isEqualTo("Просьба закрыта как не срочная.");
    nana.seesMessage("the button to appeal", message -> message.button("Это срочно").isPresent());
  }

  @Test
  void the_one_who_has_it_decides_alone() {
    town = town.stage.newAgreeingTown();
    joinATown();
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "Нужен репетитор");
    takes(ana);
    assertThat(ana.presses("Не соответствует")).isEqualTo("Просьба закрыта как не срочная.");
    nana.seesMessage("the button to appeal", message -> message.button("Это срочно").isPresent());
  }
}
