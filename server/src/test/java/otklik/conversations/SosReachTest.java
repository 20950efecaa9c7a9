package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Fault;

/// The person blocks the bot or deletes the account while a helper is on the way: the helper and the coordinators know.
class SosReachTest extends Coordination {
  private static final String GONE = "Человеку сейчас нельзя написать через бота";

  private Client ana;

  private void isHelped() {
    ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    nana.sees("Ana идёт на помощь");
    cardShows("взял(а) @ana");
    town.settles();
  }

  @Test
  void whoever_blocks_the_bot_is_known_as_unreachable_until_they_are_back() {
    isHelped();
    nana.chat.blocks();
    ana.sees("Просьба #0001: человеку сейчас нельзя написать через бота");
    cardShows(GONE);
    hands("Nino").writes("Вы где?");
    groupShows("Не дошло: человек остановил бота или удалил аккаунт.");
    nana.chat.unblocks();
    ana.sees("Просьба #0001: человек снова на связи через бота.");
    town.await("the card without it", () -> !card().text().contains(GONE));
  }

  @Test
  void an_account_that_is_gone_is_noticed_by_the_first_words_that_do_not_arrive() {
    isHelped();
    town.stage.playground.fault(Fault.refusal("chat not found").forMethods("sendMessage").inChat(nana.person.id())
        .times(1));
    hands("Nino").writes("Вы где?");
    groupShows("Не дошло: человек остановил бота или удалил аккаунт.");
    ana.sees("Просьба #0001: человеку сейчас нельзя написать через бота");
    cardShows(GONE);
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("taken");
    nana.writes("Я тут, телефон садится");
    ana.sees("человек снова на связи");
    ana.sees("Я тут, телефон садится");
    town.await("the card without it", () -> !card().text().contains(GONE));
  }

  @Test
  void a_helper_whose_account_is_gone_is_replaced() {
    Client beso = volunteer("Beso");
    isHelped();
    ana.chat.blocks();
    nana.sees("Ana больше не получает сообщений от бота. Ищем дальше.");
    beso.sees("Нужна помощь");
    cardShows("ищем помощь");
  }
}
