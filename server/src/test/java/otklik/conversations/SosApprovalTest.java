package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import playground.Group;
import playground.Message;

/// Chats are authorised by coordinators.
class SosApprovalTest extends TownConversation {
  private Message card(Group chat) {
    town.await("the coordinators to hear of " + chat.title(), () -> cards(chat) != null);
    return cards(chat);
  }

  private Message cards(Group chat) {
    return town.said(town.coordinators).stream().filter(message -> message.text().contains(chat.title()))
        .reduce((earlier, later) -> later).orElse(null);
  }

  private String presses(String name, Message card, String button) {
    return town.coordinator(name).in(town.coordinators).presses(card.id(), button).answer();
  }

  private String state(Group chat) {
    return town.value("select state from community where workspace_id = %s and chat = '" + chat.id() + "'");
  }

  private void said(Group chat, String words) {
    town.await("«" + words + "» in " + chat.title(), () -> town.said(chat).stream()
        .anyMatch(message -> message.text().contains(words)));
  }

  @Test
  void a_chat_waits_for_a_coordinator_and_one_of_two_decides() {
    town.joins(town.tbilisi, "Тбилиси");
    said(town.tbilisi, "Осталось подтверждение координаторов");
    Message card = card(town.tbilisi);
    assertThat(card.text()).contains("Новый чат: «" + town.tbilisi.title() + "»", "Город: Тбилиси, Грузия", "@giorgi");
    Client nana = person("Nana");
    town.tbilisi.add(nana.person);
    nana.starts("");
    nana.sees("В каком вы городе?");
    nana.writes("Тбилиси");
    nana.sees("поэтому искать помощь здесь не получится. Если есть угроза жизни, звоните:\n112");

    assertThat(presses("Nino", card, "Подтвердить")).isEqualTo("Готово.");
    assertThat(town.coordinator("Levan").in(town.coordinators)
        .pressesStale(card.id(), card.button("Отклонить").orElseThrow().data()).answer()).isEqualTo("Чат уже подключён.");
    said(town.tbilisi, "Готово, чат подключён. Город: Тбилиси, Грузия");
    town.await("the card to say so", () -> card(town.tbilisi).text().contains("Подтвердил(а) @nino"));
    nana.presses("Проверить снова");
    nana.sees("Вы участник чата");
    assertThat(state(town.tbilisi)).isEqualTo("active");
  }

  @Test
  void a_chat_that_is_rejected_or_unbound_has_to_begin_anew() {
    town.joins(town.tbilisi, "Тбилиси");
    presses("Nino", card(town.tbilisi), "Отклонить");
    said(town.tbilisi, "Координаторы не подключили этот чат.");
    assertThat(state(town.tbilisi)).isEqualTo("gone");
    town.tbilisi.kick(town.bot);
    town.settles();
    int before = town.said(town.tbilisi).size();
    town.tbilisi.promote(town.bot);
    town.await("the question to be repeated", () -> {
      town.stage.time.advance(Duration.ofSeconds(1));
      return town.said(town.tbilisi).size() > before;
    });
    assertThat(state(town.tbilisi)).isEqualTo("asked");

    town.joins(town.kutaisi, "Кутаиси");
    Message card = card(town.kutaisi);
    presses("Nino", card, "Подтвердить");
    town.await("the button", () -> card(town.kutaisi).button("Отвязать").isPresent());
    presses("Levan", card(town.kutaisi), "Отвязать");
    said(town.kutaisi, "Координаторы отключили этот чат");
    assertThat(state(town.kutaisi)).isEqualTo("gone");
  }

  @Test
  void nobody_but_a_coordinator_decides() {
    town.joins(town.tbilisi, "Тбилиси");
    Message card = card(town.tbilisi);
    Client boris = person("Boris");
    town.coordinators.add(boris.person);
    boris.person.in(town.coordinators).presses(card.id(), "Подтвердить");
    Client nana = person("Nana");
    town.tbilisi.add(nana.person);
    nana.person.in(town.tbilisi).pressesStale(town.said(town.tbilisi).getFirst().id(),
        card.button("Подтвердить").orElseThrow().data());
    nana.starts("");
    int greeting = nana.sees("Это тревожная кнопка").id();
    assertThat(nana.chat.pressesStale(greeting, card.button("Подтвердить").orElseThrow().data()).answer())
        .isEqualTo("Эта кнопка больше не действует.");
    town.settles();
    assertThat(state(town.tbilisi)).isEqualTo("waiting");
  }
}
