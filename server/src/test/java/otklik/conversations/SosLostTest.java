package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;

/// The person or the volunteer can't be reached any more while help is on the way: the other side and the coordinators
/// know.
class SosLostTest extends Neighbours {
  private Client nana;
  private Client vera;

  @BeforeEach
  void joinATown() {
    town.joins(town.tbilisi, "Тбилиси");
    nana = member("Nana");
    vera = volunteer("Vera");
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    takes(vera);
  }

  private void cardSays(String words) {
    town.await("the card to say " + words, () -> inCoordinators().stream().anyMatch(message ->
        message.text().startsWith("#0001 · ") && message.text().contains(words)));
  }

  @Test
  void the_person_blocks_the_bot() {
    nana.chat.blocks();
    vera.sees("человеку сейчас нельзя написать через бота");
    cardSays("Человеку сейчас нельзя написать");
    assertThat(state()).isEqualTo("taken");
    nana.chat.unblocks();
    vera.sees("человек снова на связи");
  }

  @Test
  void the_volunteer_blocks_the_bot() {
    vera.chat.blocks();
    nana.sees("Связь с помощником потеряна");
    town.settles();
    assertThat(state()).isEqualTo("open");
  }

  @Test
  void words_that_the_messenger_refuses_are_told_to_whoever_said_them() {
    try (var refusal = town.stage.playground.fault(Fault.refusal("message text is empty").forMethods("sendMessage")
        .inChat(vera.person.id()))) {
      nana.writes("Где вы?");
      nana.sees("Не получилось передать это помощнику");
    }
    town.settles();
  }

  @Test
  void words_to_a_volunteer_who_is_gone_are_told_so_and_it_is_searched_anew() {
    try (var refusal = town.stage.playground.fault(Fault.refusal("chat not found").forMethods("sendMessage")
        .inChat(vera.person.id()))) {
      nana.writes("Где вы?");
      nana.sees("Не дошло");
      town.settles();
    }
  }
}
