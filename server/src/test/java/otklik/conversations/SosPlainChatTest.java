package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// «A group with topics, or a plain chat»: there cards stand among other things that are said.
class SosPlainChatTest extends Coordination {
  @Override
  Town newTown(Stage stage) {
    return stage.newPlainTown();
  }

  @Test
  void a_reply_to_the_card_reaches_the_person_and_other_words_do_not() {
    asks("Упало дерево");
    cardShows("ищем помощь");
    general("Nino").writes("Кто на смене?");
    card();
    town.settles();
    general("Nino").replies(card().id(), "Мы вас видим");
    nana.sees("Мы вас видим\n\n— координатор");
    assertThat(nana.texts()).noneMatch(text -> text.contains("на смене"));
    nana.writes("Спасибо");
    groupShows("#0001:\nСпасибо");
    presses("Nino", "Закрыть");
    presses("Nino", "Да, закрыть");
    nana.sees("Координатор закрыл");
    cardShows("закрыта координатором");
  }

  @Test
  void a_reply_to_a_card_that_is_shown_a_moment_before_the_bot_knows_it_reaches_the_person() {
    prepares("Упало дерево");
    town.settles();
    town.stage.playground.latency(Duration.ofSeconds(1));
    try {
      nana.pressed("Отправить");
      general("Nino").replies(card().id(), "Мы вас видим");
    } finally {
      town.stage.playground.latency(Duration.ZERO);
    }
    nana.sees("Мы вас видим\n\n— координатор");
  }
}
