package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;
import playground.Message;

/// How long people wait, and who is told. The desk works from ten to seven and answers within four hours.
@AlsoOnPostgres
class ClocksTest extends TimedConversation {
  private Client olena;
  private Room room;

  private void ticket() {
    olena = person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
    room = desk.topic("#0001");
    room.card();
  }

  private void urgentTicket() {
    olena = person("Olena").bound("ACME-1");
    olena.presses("Срочно (критично)");
    olena.presses("Полностью блокирует");
    olena.sees("Что именно не работает?");
    olena.writes("Всё");
    olena.sees("Можно прикрепить");
    olena.presses("Готово");
    olena.sees("принято");
    room = desk.topic("#0001");
    room.card();
  }

  private List<String> alarms() {
    return room.texts().stream().filter(text -> text.startsWith("⏰") || text.startsWith("🔴")).toList();
  }

  @Test
  void the_card_shows_until_when_an_answer_is_due_and_when_the_client_is_waited_for() {
    ticket();
    room.cardShows("● Статус: New\n● Срок ответа: до " + due("first") + " · решить до ");
    room.operator("Marek").writes("Кому нужен доступ?");
    olena.sees("Кому нужен доступ?");
    room.cardShows("● Срок ответа: ждём клиента");
    assertThat(room.card().text()).doesNotContain("решить");

    pass(Duration.ofHours(1));
    olena.writes("Мне");
    room.shows("Мне");
    room.cardShows("● Срок ответа: до " + due("next") + " · решить до ");
    String due = due("next");
    pass(Duration.ofMinutes(90));
    olena.writes("Пожалуйста");
    room.shows("Пожалуйста");
    assertThat(due("next")).as("the first unanswered words count").isEqualTo(due);

    room.operator("Marek").presses("Закрыть");
    room.cardShows("Статус: Closed");
    assertThat(room.card().text()).doesNotContain("Срок");
    desk.settles();
    assertThat(desk.count("select count(*) from sla_clock where workspace_id = %s and due_at is not null")).isZero();
  }

  @Test
  void a_deadline_on_another_day_is_shown_with_its_date() {
    goTo(DayOfWeek.TUESDAY, LocalTime.of(18, 0));
    ticket();
    assertThat(room.card().text()).containsPattern("Срок ответа: до \\d+ [а-я]+, 13:\\d\\d · решить до");
  }

  @Test
  void before_a_breach_the_owner_is_reminded_and_at_the_breach_the_admins_are_told_each_once() {
    ticket();
    inPrivate("Ina").starts();
    room.operator("Ina").presses("Взять в работу");
    room.cardShows("In progress (@ina)");
    String due = due("first");

    pass(Duration.ofMinutes(3 * 60 + 46));
    room.shows("⏰ @ina, клиент ждёт ответа до " + due);
    assertThat(alarms()).hasSize(1);

    pass(Duration.ofMinutes(15));
    Message breach = room.shows("🔴 @ina, клиент всё ещё ждёт ответа, срок прошёл: " + due);
    assertThat(breach.text()).contains("\n@ina");
    room.cardShows("● Срок ответа: просрочено с ");
    desk.await("Ina to be told in private", () -> !toldInPrivate("Ina").isEmpty());
    assertThat(toldInPrivate("Ina").getFirst().text()).isEqualTo("🔴 Просрочено 1 обращение: #0001");
    assertThat(toldInPrivate("Ina").getFirst().entities().toString())
        .contains("https://t.me/c/").contains("/" + room.id);

    pass(Duration.ofHours(2));
    nothingRings();
    desk.restart();
    pass(Duration.ofHours(20));
    nothingRings();
    assertThat(alarms()).hasSize(2);
    assertThat(toldInPrivate("Ina")).hasSize(1);
    assertThat(desk.value("select data from timeline where workspace_id = %s and event = 'overdue'"))
        .isEqualTo("first");
  }

  private List<Message> toldInPrivate(String operator) {
    return inPrivate(operator).messages(message -> message.text().startsWith("🔴"));
  }

  @Test
  void a_ticket_that_nobody_took_says_so() {
    ticket();
    pass(Duration.ofMinutes(3 * 60 + 46));
    room.shows("Обращение ещё никто не взял");
  }

  @Test
  void of_what_is_answered_in_time_nobody_hears() {
    ticket();
    pass(Duration.ofHours(3));
    room.operator("Marek").writes("Готово");
    olena.sees("Готово");
    pass(Duration.ofHours(20));
    nothingRings();
    goTo(DayOfWeek.MONDAY, LocalTime.NOON);
    nothingRings();
    assertThat(alarms()).isEmpty();
  }

  @Test
  void after_an_answer_the_next_one_is_due_and_an_answer_after_a_breach_begins_anew() {
    ticket();
    room.operator("Marek").writes("Смотрим");
    olena.sees("Смотрим");
    olena.writes("Долго ещё?");
    room.shows("Долго ещё?");
    pass(Duration.ofMinutes(241));
    room.shows("🔴 Клиент всё ещё ждёт ответа");
    room.operator("Marek").writes("Уже скоро");
    olena.sees("Уже скоро");
    olena.writes("Жду");
    room.shows("Жду");
    goTo(DayOfWeek.WEDNESDAY, LocalTime.of(18, 0));
    room.shows("🔴 Клиент всё ещё ждёт ответа");
  }

  @Test
  void urgent_tickets_have_an_hour() {
    urgentTicket();
    pass(Duration.ofMinutes(46));
    room.shows("⏰ Клиент ждёт ответа до " + due("first"));
    pass(Duration.ofMinutes(15));
    room.shows("🔴 Клиент всё ещё ждёт ответа");
  }

  @Test
  void outside_working_hours_the_clock_stands() {
    goTo(DayOfWeek.FRIDAY, LocalTime.of(18, 0));
    ticket();
    goTo(DayOfWeek.SUNDAY, LocalTime.NOON);
    nothingRings();
    goTo(DayOfWeek.MONDAY, LocalTime.of(12, 40));
    nothingRings();
    assertThat(alarms()).isEmpty();
    goTo(DayOfWeek.MONDAY, LocalTime.of(12, 50));
    room.shows("⏰");
  }

  @Test
  void solving_takes_no_time_while_the_client_is_waited_for() {
    ticket();
    room.operator("Marek").presses("Запросить детали");
    olena.sees("Нужно чуть больше деталей");
    room.cardShows("ждём клиента");
    goTo(DayOfWeek.MONDAY, LocalTime.NOON);
    nothingRings();
    assertThat(alarms()).isEmpty();

    olena.writes("Вот они");
    room.shows("Вот они");
    room.cardShows("● Срок ответа: до " + due("first"));
    room.operator("Marek").writes("Спасибо");
    olena.sees("Спасибо");
    olena.writes("И что теперь?");
    room.shows("И что теперь?");
    room.operator("Marek").presses("Взять в работу");
    goTo(DayOfWeek.THURSDAY, LocalTime.of(12, 30));
    room.shows("🔴 @marek, обращение не решено");
  }

  @Test
  void after_a_downtime_the_breach_is_told_once_and_the_reminder_not_at_all() {
    ticket();
    desk.settles();
    desk.stage.stop();
    desk.stage.time.advance(Duration.ofHours(5));
    desk.stage.begin();
    pass(Duration.ofSeconds(21));
    room.shows("🔴 Клиент всё ещё ждёт ответа");
    nothingRings();
    assertThat(alarms()).hasSize(1);
  }

  @Test
  void what_was_answered_or_closed_during_a_downtime_is_not_overdue() {
    ticket();
    Client timur = person("Timur").bound("ACME-1").opensTicket("Другое", "Вопрос");
    Room other = desk.topic("#0002");
    other.card();
    desk.settles();
    desk.stage.stop();
    room.operator("Marek").writes("Доступ выдан");
    other.operator("Marek").writes("/close");
    desk.stage.time.advance(Duration.ofHours(5));
    desk.stage.begin();
    olena.sees("Доступ выдан");
    timur.sees("Кажется, решили");
    pass(Duration.ofSeconds(21));
    nothingRings();
    assertThat(alarms()).isEmpty();
    assertThat(other.texts()).noneMatch(text -> text.startsWith("🔴"));
  }

  @Test
  void where_several_tickets_share_a_topic_the_alarm_says_which_one_is_meant() {
    Client eve = stranger("Eve");
    stranger("Timur");
    room = desk.topic("UNKNOWN/TRIAGE");
    Message card = room.showsMessage("Eve's card", message -> message.text().startsWith("● Ticket: #0001"));
    Message other = room.showsMessage("Timur's card", message -> message.text().startsWith("● Ticket: #0002"));
    room.operator("Marek").hands().presses(other.id(), "Заблокировать");
    desk.settles();
    pass(Duration.ofMinutes(3 * 60 + 46));
    Message alarm = room.shows("#0001 Eve:\n⏰ Клиент ждёт ответа до ");
    assertThat(alarm.replyTo()).isEqualTo(card.id());
    pass(Duration.ofMinutes(15));
    room.shows("#0001 Eve:\n🔴 Клиент всё ещё ждёт ответа");
    nothingRings();
    assertThat(room.texts()).noneMatch(text -> text.startsWith("#0002") && text.contains("⏰"));
    room.operator("Marek").replies(card.id(), "Уже смотрим");
    eve.sees("Уже смотрим");
  }

  private Client stranger(String name) {
    Client client = person(name);
    client.writes("У меня беда");
    client.presses("Нет кода");
    client.sees("Из какой вы компании");
    client.writes("Рога");
    client.sees("Как с вами связаться");
    client.presses("Пропустить");
    client.sees("принято");
    return client;
  }

  @Test
  void many_deadlines_at_once_are_one_message_to_the_group() {
    for (int i = 1; i <= 5; i++) {
      person("Client" + i).bound("ACME-1").opensTicket("Другое", "Вопрос " + i);
      desk.topic("#000" + i).card();
    }
    inPrivate("Ina").starts();
    pass(Duration.ofMinutes(3 * 60 + 46));
    nothingRings();
    pass(Duration.ofHours(1));
    nothingRings();
    assertThat(general()).extracting(Message::text).containsExactly(
        "⏰ Скоро срок у 5 обращений: #0001, #0002, #0003, #0004, #0005",
        "🔴 Просрочено 5 обращений: #0001, #0002, #0003, #0004, #0005\n@ina");
    assertThat(general().getLast().entities().toString()).contains("https://t.me/c/");
    assertThat(toldInPrivate("Ina")).hasSize(1);
    for (int i = 1; i <= 5; i++) {
      Room topic = desk.topic("#000" + i);
      topic.cardShows("просрочено с");
      assertThat(topic.texts()).noneMatch(text -> text.startsWith("🔴") || text.startsWith("⏰"));
    }
  }

  /// Without the guide, which is pinned.
  private List<Message> general() {
    return desk.group.messages(0).stream().filter(message -> message.from() == desk.bot.id() && !message.service()
        && !message.pinned()).toList();
  }
}
