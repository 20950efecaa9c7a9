package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import playground.Group;
import playground.Message;
import playground.Person;

/// Each chat is bound to a city, each city to a country, by the chat's own administrators.
class SosChatsTest extends TownConversation {
  @Override
  Town newTown(Stage stage) {
    return stage.newOpenTown();
  }

  private Map<String, String> community(Group chat) {
    return town.rows("select * from community where workspace_id = %s and chat = '" + chat.id() + "'").getFirst();
  }

  private void said(Group chat, String words) {
    town.await("«" + words + "» in " + chat.title() + ", where stands " + town.said(chat).stream().map(Message::text)
        .toList(), () -> town.said(chat).stream().anyMatch(message -> message.text().contains(words)));
  }

  @Test
  void a_chat_is_asked_for_its_city_with_a_button_for_the_one_in_its_title() {
    Person giorgi = town.administrator(town.tbilisi);
    town.tbilisi.add(town.bot);
    int question = town.question(town.tbilisi);
    Message asked = town.tbilisi.message(question).orElseThrow();
    assertThat(asked.text()).contains("В каком городе этот чат?").contains("сделайте, пожалуйста, бота администратором");
    giorgi.in(town.tbilisi).presses(question, "Тбилиси, Грузия");
    said(town.tbilisi, "Готово, чат подключён. Город: Тбилиси, Грузия");
    said(town.coordinators, "Подключён чат: «" + town.tbilisi.title() + "»");
    town.settles();
    assertThat(town.tbilisi.message(question).orElseThrow().buttons()).isEmpty();
    assertThat(community(town.tbilisi)).containsEntry("state", "active").containsEntry("city", "tbilisi")
        .containsEntry("country", "GE");
  }

  @Test
  void only_an_administrator_is_heard() {
    Client nana = person("Nana");
    town.tbilisi.add(nana.person).promote(town.bot);
    int question = town.question(town.tbilisi);
    assertThat(nana.person.in(town.tbilisi).presses(question, "Тбилиси, Грузия").answer())
        .isEqualTo("Город может назвать только администратор чата.");
    nana.person.in(town.tbilisi).replies(question, "Тбилиси");
    said(town.tbilisi, "Город может назвать только администратор чата.");
    assertThat(nana.person.in(town.tbilisi).pressesStale(question, "approve:" + community(town.tbilisi).get("id")).answer())
        .isEqualTo("Эта кнопка больше не действует.");
    assertThat(community(town.tbilisi)).containsEntry("state", "asked").doesNotContainKey("city");
    assertThat(town.stage.playground.calls("getChatMember")).isNotEmpty();

    town.administrator(town.tbilisi).in(town.tbilisi).anonymously().replies(question, "Тбилиси");
    said(town.tbilisi, "Готово, чат подключён");
    assertThat(nana.person.in(town.tbilisi).pressesStale(question, "bind:tbilisi").answer())
        .isEqualTo("Город может назвать только администратор чата.");
  }

  @Test
  void what_members_say_to_each_other_is_not_kept() {
    Client nana = person("Nana");
    town.tbilisi.add(nana.person).promote(town.bot);
    int question = town.question(town.tbilisi);
    nana.person.in(town.tbilisi).writes("наши секреты");
    int secret = nana.person.in(town.tbilisi).writes("и ещё секреты");
    town.administrator(town.tbilisi).in(town.tbilisi).replies(secret, "секретный ответ");
    town.administrator(town.tbilisi).in(town.tbilisi).replies(question, "Тбилиси");
    said(town.tbilisi, "Готово, чат подключён");
    nana.person.in(town.tbilisi).replies(question, "поздний секрет");
    town.settles();
    assertThat(town.count("select count(*) from inbox where workspace_id = %s and raw like '%%секрет%%'")).isZero();
    assertThat(town.said(town.tbilisi)).hasSize(2);
  }

  @Test
  void words_that_name_no_city_or_several_are_asked_again() {
    Group chat = town.stage.playground.supergroup(town.tbilisi.id() - 5_000_000, "Наши люди");
    chat.promote(town.bot);
    Person giorgi = town.administrator(chat);
    giorgi.in(chat).replies(town.question(chat), "у моря");
    said(chat, "Не нашли такого города");
    town.settles();
    giorgi.in(chat).replies(town.said(chat).getLast().id(), "Батуми и Кутаиси");
    said(chat, "Какой город имеется в виду?");
    town.settles();
    giorgi.in(chat).presses(town.said(chat).getLast().id(), "Другой город");
    said(chat, "Напишите город ответом на это сообщение.");
    town.settles();
    giorgi.in(chat).replies(town.said(chat).getLast().id(), "в Батуми");
    said(chat, "Город: Батуми, Грузия");
  }

  @Test
  void a_chat_that_becomes_a_supergroup_stays_what_it_was() {
    town.joins(town.tbilisi, "Тбилиси");
    Client nana = person("Nana");
    town.tbilisi.add(nana.person);
    town.settles();
    Group next = town.tbilisi.migrate();
    town.await("the chat to be followed", () -> town.count("select count(*) from community where workspace_id = %s"
        + " and chat = '" + next.id() + "' and state = 'active'") == 1);
    pass(Duration.ofSeconds(10));
    town.settles();
    assertThat(town.said(next)).isEmpty();
    assertThat(town.count("select count(*) from community where workspace_id = %s")).isEqualTo(1);
    nana.starts("");
    nana.sees("В каком вы городе?");
    nana.writes("Тбилиси");
    nana.sees("Вы участник чата «" + next.title() + "»");
  }

  @Test
  void a_chat_that_became_a_supergroup_before_it_was_answered_for_is_asked_there() {
    town.administrator(town.tbilisi);
    town.tbilisi.promote(town.bot);
    town.question(town.tbilisi);
    Group next = town.tbilisi.migrate();
    town.await("the question to be repeated", () -> {
      town.stage.time.advance(Duration.ofSeconds(1));
      return town.said(next).size() == 1;
    });
    town.settles();
    town.administrator(next).in(next).presses(town.said(next).getLast().id(), "Тбилиси, Грузия");
    said(next, "Готово, чат подключён");
  }

  @Test
  void a_chat_that_loses_the_bot_is_no_community_until_it_is_back() {
    town.joins(town.tbilisi, "Тбилиси");
    Client nana = person("Nana");
    town.tbilisi.add(nana.person);
    town.tbilisi.kick(town.bot);
    said(town.coordinators, "Бота больше нет в чате «" + town.tbilisi.title() + "» (Тбилиси, Грузия)");
    nana.starts("");
    nana.sees("В каком вы городе?");
    nana.writes("Тбилиси");
    nana.sees("Пока ни один чат не подключён");
    town.tbilisi.promote(town.bot);
    said(town.coordinators, "Бот снова в чате «" + town.tbilisi.title() + "»");
    nana.presses("Проверить снова");
    nana.sees("Вы участник чата");
    town.tbilisi.add(town.bot);
    said(town.coordinators, "Бот больше не администратор");
  }

  @Test
  void a_bot_that_left_before_it_could_ask_does_not_ask() {
    town.tbilisi.promote(town.bot);
    town.tbilisi.kick(town.bot);
    pass(Duration.ofMinutes(1));
    town.settles();
    assertThat(town.said(town.tbilisi)).isEmpty();
    assertThat(community(town.tbilisi)).containsEntry("state", "gone");
    town.tbilisi.promote(town.bot);
    town.question(town.tbilisi);
    town.joins(town.kutaisi, "Кутаиси");
  }

  private void asks(Group chat, Person giorgi, String words) {
    town.settles();
    giorgi.in(chat).replies(town.said(chat).getLast().id(), words);
  }

  @Test
  void a_city_that_is_misspelled_is_asked_back_with_a_button() {
    Group chat = town.stage.playground.supergroup(town.tbilisi.id() - 5_000_000, "Наши люди");
    chat.promote(town.bot);
    Person giorgi = town.administrator(chat);
    town.question(chat);
    asks(chat, giorgi, "Тбилисси");
    said(chat, "Какой город имеется в виду?");
    town.settles();
    giorgi.in(chat).presses(town.said(chat).getLast().id(), "Тбилиси, Грузия");
    said(chat, "Готово, чат подключён. Город: Тбилиси, Грузия");
  }

  @Test
  void the_configurations_own_city_is_one_like_any_other() {
    Group chat = town.stage.playground.supergroup(town.tbilisi.id() - 5_000_000, "Горные люди");
    chat.promote(town.bot);
    Person giorgi = town.administrator(chat);
    town.question(chat);
    asks(chat, giorgi, "Жибиани");
    said(chat, "Готово, чат подключён. Город: Ушгули, Грузия");
    Client nana = person("Nana");
    chat.add(nana.person);
    nana.starts("");
    nana.sees("В каком вы городе?");
    nana.writes("Мы в Ушгули");
    nana.sees("Вы участник чата «Горные люди» — Ушгули");
  }

  @Test
  void a_wrong_city_is_mended_by_unbinding_the_chat_and_taking_the_bot_in_again() {
    town.joins(town.tbilisi, "Кутаиси");
    town.coordinator("Nino").in(town.coordinators).writes("/chats " + town.tbilisi.title());
    said(town.coordinators, "«" + town.tbilisi.title() + "» — Кутаиси");
    Message listed = town.said(town.coordinators).stream().filter(message -> message.text().contains("» — Кутаиси"))
        .findFirst().orElseThrow();
    town.coordinator("Nino").in(town.coordinators).presses(listed.id(), "Отвязать");
    said(town.tbilisi, "Координаторы отключили этот чат");
    int before = town.said(town.tbilisi).size();
    town.tbilisi.kick(town.bot);
    town.settles();
    town.tbilisi.promote(town.bot);
    town.await("the question to be repeated", () -> {
      town.stage.time.advance(Duration.ofSeconds(1));
      return town.said(town.tbilisi).size() > before;
    });
    asks(town.tbilisi, town.administrator(town.tbilisi), "Тбилиси");
    town.await("the right city", () -> "tbilisi".equals(community(town.tbilisi).get("city")));
  }
}
