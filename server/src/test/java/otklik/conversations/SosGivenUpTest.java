package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Fault.Kind;
import playground.Message;

/// Words about a request whose delivery is given up: coordinators know, and send them again if they want to.
class SosGivenUpTest extends Coordination {
  @AfterEach
  void theWeatherIsFineAgain() {
    town.stage.playground.endFaults();
  }

  private Message line(String words) {
    groupShows(words);
    return shown().stream().filter(message -> message.text().contains(words)).findFirst().orElseThrow();
  }

  private void isNotConfirmedIn(long chat) {
    town.stage.playground.fault(Fault.of(Kind.BAD_GATEWAY).forMethods("sendMessage").inChat(chat).times(3));
  }

  @Test
  void words_of_a_coordinator_are_sent_again_at_a_press() {
    asks("Упало дерево");
    town.settles();
    isNotConfirmedIn(nana.person.id());
    hands("Nino").writes("Вы где?");
    hands("Nino").writes("Напишите нам");
    nana.sees("Напишите нам");
    Message line = line("Мессенджер не подтвердил доставку: возможно, сообщение дошло. Отправить ещё раз?");
    assertThat(nana.texts()).noneMatch(text -> text.contains("Вы где?"));
    String data = line.button("Отправить ещё раз").orElseThrow().data();
    assertThat(hands("Nino").presses(line.id(), "Отправить ещё раз").answer()).isEqualTo("Отправляю ещё раз…");
    nana.sees("Вы где?");
    assertThat(hands("Nino").pressesStale(line.id(), data).answer()).isEqualTo("Уже отправлено");
    town.settles();
    assertThat(nana.texts().stream().filter(text -> text.contains("Вы где?"))).hasSize(1);
    groupShows("Дошло.");
  }

  @Test
  void words_of_the_person_are_shown_again_at_a_press() {
    asks("Упало дерево");
    town.settles();
    isNotConfirmedIn(town.coordinators.id());
    nana.writes("Мы на крыше");
    nana.writes("Нас трое");
    Message line = line("Человек прислал сообщение. Мессенджер не подтвердил, что оно здесь");
    groupShows("Нас трое");
    assertThat(hands("Nino").presses(line.id(), "Отправить ещё раз").answer()).isEqualTo("Отправляю ещё раз…");
    groupShows("Мы на крыше");
  }

  @Test
  void whoever_asks_is_told_when_it_is_not_known_whether_the_helper_read_it() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    nana.sees("Ana идёт на помощь");
    town.settles();
    isNotConfirmedIn(ana.person.id());
    nana.writes("Захватите пилу");
    nana.sees("Мессенджер не подтвердил, что ваше сообщение дошло.");
  }
}
