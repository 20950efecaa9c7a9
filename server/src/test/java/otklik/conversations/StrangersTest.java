package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;

/// What strangers may send, and what strange things people send and are called.
class StrangersTest extends Conversation {
  private static final String TRIAGE = "UNKNOWN/TRIAGE";

  private Client stranger(Client client) {
    client.writes("Помогите, пожалуйста");
    client.sees("нужен код проекта");
    client.presses("Нет кода");
    client.sees("Из какой вы компании");
    client.writes("Acme");
    client.sees("Как с вами связаться");
    client.presses("Пропустить");
    client.sees("принято");
    return client;
  }

  @Test
  void a_flood_is_dropped_at_the_door_with_one_line_for_the_operators() {
    Client eve = stranger(person("Eve"));
    Room room = desk.topic(TRIAGE);
    for (int i = 1; i <= 40; i++) {
      eve.writes("спам номер " + i);
    }
    desk.settles();
    List<String> told = eve.texts().stream().filter(text -> text.contains("Сообщений слишком много")).toList();
    assertThat(told).hasSize(1);
    List<String> lines = room.texts().stream().filter(text -> text.contains("пишет слишком много")).toList();
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith("#0001 Eve");
    assertThat(desk.count("select count(*) from messages where workspace_id = %s and text like 'спам%%'")).isLessThan(20);

    desk.stage.time.advance(Duration.ofMinutes(11));
    eve.writes("а теперь по делу");
    room.shows("а теперь по делу");
  }

  @Test
  void a_press_in_a_flood_ends_without_a_word() {
    Client eve = person("Eve");
    eve.chat.starts();
    Message question = eve.sees("нужен код проекта");
    for (int i = 1; i <= 30; i++) {
      eve.writes("спам, спам и спам " + i);
    }
    desk.settles();
    String pressed = question.button("Нет кода").orElseThrow().data();
    assertThat(eve.chat.pressesStale(question.id(), pressed).answer()).isEmpty();
    desk.settles();
    assertThat(eve.texts()).noneMatch(text -> text.contains("Из какой вы компании"));
  }

  @Test
  void a_flood_without_a_ticket_is_told_too_once_there_is_where() {
    Client eve = person("Eve");
    for (int i = 1; i <= 30; i++) {
      eve.writes("спам, спам и спам " + i);
    }
    Room room = desk.topic(TRIAGE);
    desk.settles();
    eve.writes("и ещё спам");
    room.shows("@eve (id: " + eve.person.id() + ") пишет слишком много");
    eve.writes("и ещё");
    desk.settles();
    assertThat(room.texts()).hasSize(1);
  }

  @Test
  void whom_the_desk_knows_may_write_as_much_as_they_need() {
    Client olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Много всего");
    for (int i = 1; i <= 30; i++) {
      olena.writes("строка " + i);
    }
    desk.topic("#0001").shows("строка 30");
  }

  @Test
  void a_strangers_large_file_is_not_taken_and_they_are_told_once() {
    Client eve = stranger(person("Eve"));
    desk.topic(TRIAGE);
    for (int i = 0; i < 3; i++) {
      eve.sends(Media.document("large.bin", "application/octet-stream", new byte[11 << 20]));
    }
    eve.sees("Файл слишком большой: пока мы не знакомы, могу принять до 10 МБ");
    eve.sends(Media.document("small.txt"));
    desk.topic(TRIAGE).showsMessage("the small file", message -> message.type().equals("document"));
    desk.settles();
    assertThat(eve.texts().stream().filter(text -> text.contains("Файл слишком большой"))).hasSize(1);
    assertThat(desk.count("select count(*) from messages where workspace_id = %s and type = 'document'")).isEqualTo(1);
  }

  @Test
  void words_that_nobody_can_see_are_no_request() {
    Client eve = person("Eve");
    Client olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Вот");
    for (String nothing : List.of("\u200B\u200B", "\u2800", "\u3164 \u00A0", "\u200F\u202E")) {
      eve.writes(nothing);
      eve.sees("Сообщение пришло пустым");
      olena.writes(nothing);
      olena.sees("Сообщение пришло пустым");
    }
    desk.settles();
    assertThat(desk.count("select count(*) from dialog where workspace_id = %s")).isZero();
    assertThat(desk.topic("#0001").texts()).isEmpty();
  }

  @Test
  void names_are_shown_as_they_are_and_turn_nothing_around() {
    String emoji = "🙂".repeat(32);
    for (String name : List.of("<b>Жирный</b> *звёзды* [ссылка](x)", "علي بن سينا", "\u202Eeve\u202C", emoji)) {
      Client client = stranger(new Client(desk, desk.stage.playground.user(880_000 + name.length(), name, null, null, "ru")));
      client.writes("Ау, " + name.length());
      Message shown = desk.topic(TRIAGE).shows("Ау, " + name.length());
      assertThat(shown.text()).doesNotContain("\u202E").matches("#\\d{4} .+:\nАу, \\d+");
      assertThat(shown.entities().isEmpty()).isTrue();
    }
  }

  @Test
  void an_operator_may_be_a_client_too() {
    Client marek = new Client(desk, desk.operator("Marek"));
    marek.bound("ACME-1").opensTicket("Другое", "Сам себе клиент");
    Room room = desk.topic("#0001");
    room.card();
    room.operator("Marek").writes("Сам себе отвечаю");
    assertThat(marek.sees("Сам себе отвечаю").text()).isEqualTo("Сам себе отвечаю");
    marek.writes("Спасибо себе");
    room.shows("Спасибо себе");
  }
}
