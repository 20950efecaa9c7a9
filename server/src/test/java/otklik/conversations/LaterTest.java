package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;
import tools.jackson.databind.json.JsonMapper;

/// Answers that are sent at a time.
class LaterTest extends Conversation {
  private Client olena;
  private Room room;

  @BeforeEach
  void ticket() {
    olena = person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
    room = desk.topic("#0001");
    room.card();
  }

  private Message plans(String command) {
    room.operator("Marek").writes(command);
    return room.shows("Отправлю клиенту");
  }

  private void passes(Duration time) {
    desk.settles();
    desk.stage.time.advance(time);
  }

  @Test
  void an_answer_is_sent_at_its_time_as_if_it_was_written_then() {
    int command = room.operator("Marek").hands().writes("/later 30m Доброе утро!",
        JsonMapper.shared().readTree("""
            [{"type": "bot_command", "offset": 0, "length": 6}, {"type": "bold", "offset": 11, "length": 6}]"""));
    assertThat(room.shows("Отправлю клиенту").replyTo()).isEqualTo(command);
    olena.seesNothingNew();
    assertThat(desk.value("select first_response_at from tickets where workspace_id = %s")).isEqualTo("null");

    passes(Duration.ofMinutes(29));
    desk.restart();
    olena.seesNothingNew();
    passes(Duration.ofMinutes(2));
    Message answer = olena.sees("Доброе утро!");
    assertThat(answer.text()).isEqualTo("Доброе утро!");
    assertThat(answer.entities().toString()).contains("\"bold\",\"offset\":0,\"length\":6");
    room.shows("Отправлено клиенту, как было отложено");
    desk.settles();
    assertThat(desk.value("select first_response_at from tickets where workspace_id = %s")).isNotEqualTo("null");
    assertThat(desk.value("""
        select author_tg_user_id || text from messages where workspace_id = %s and direction = 'out'
        """)).isEqualTo("5001Доброе утро!");
    olena.chat.replies(answer.id(), "И вам");
    assertThat(room.shows("И вам").replyTo()).isEqualTo(command);
  }

  @Test
  void the_next_such_time_is_meant_by_the_desks_clock() {
    plans("/later 9:00 Раз");
    desk.settles();
    assertThat(room.texts().getLast()).matches("(?s)Отправлю клиенту \\d{4}-\\d\\d-\\d\\d 09:00\\..*");
    passes(Duration.ofHours(24));
    olena.sees("Раз");
  }

  @Test
  void it_is_not_sent_when_the_person_writes_first() {
    plans("/later 30m Вы тут?");
    plans("/later 40m Точно?");
    olena.writes("Я тут");
    room.shows("Я тут");
    assertThat(room.shows("Клиент написал раньше").text()).endsWith("Вы тут?");
    assertThat(room.shows("Клиент написал раньше").text()).endsWith("Точно?");
    passes(Duration.ofHours(1));
    desk.await("no timer", () -> desk.count(
        "select count(*) from timer where workspace_id = %s and kind = 'helpdesk.later'") == 0);
    olena.writes("Ещё");
    room.shows("Ещё");
    olena.seesNothingNew();
    assertThat(room.texts().stream().filter(text -> text.startsWith("Клиент написал раньше"))).hasSize(2);
  }

  @Test
  void it_is_not_sent_when_the_ticket_is_closed() {
    plans("/later 30m Вы тут?");
    desk.restart();
    room.operator("Ina").presses("Закрыть");
    olena.sees("Оцените");
    room.shows("Обращение закрыто, поэтому отложенное");
    passes(Duration.ofHours(1));
    desk.await("no timer", () -> desk.count(
        "select count(*) from timer where workspace_id = %s and kind = 'helpdesk.later'") == 0);
    olena.seesNothingNew();
    room.operator("Ina").writes("/later 30m Привет");
    room.shows("Обращение уже закрыто");
  }

  @Test
  void what_waits_is_listed_and_can_be_taken_back() {
    Message planned = plans("/later 2h Второе");
    plans("/later 1h Первое");
    room.operator("Ina").writes("/later");
    Message list = room.shows("Отложенные ответы:");
    assertThat(list.text().lines().map(line -> line.replaceFirst(".* — ", ""))).containsExactly("Отложенные ответы:",
        "Первое", "Второе");
    String button = list.buttons().getFirst().getFirst().data();
    assertThat(room.operator("Boris").hands().pressesStale(list.id(), button).answer()).contains("только операторы");
    assertThat(room.operator("Ina").hands().presses(list.id(), button).answer()).startsWith("Не отправлю");
    assertThat(room.operator("Ina").hands().presses(list.id(), button).answer()).isEqualTo("Кнопка устарела");
    for (String forged : List.of("later-off:", "later-off:1/2", button + "0", button.replaceFirst(":.*/", ":7/"))) {
      assertThat(room.operator("Ina").hands().pressesStale(list.id(), forged).answer()).isEqualTo("Кнопка устарела");
    }
    room.operator("Marek").hands().presses(planned.id(), planned.buttons().getFirst().getFirst().data());
    room.operator("Marek").writes("/later");
    room.shows("Отложенных ответов нет");
    passes(Duration.ofHours(3));
    olena.seesNothingNew();
  }

  @Test
  void a_time_that_is_none_or_past_is_refused_with_an_example() {
    for (String wrong : List.of("/later завтра привет", "/later 9:00", "/later 25:00 привет")) {
      room.operator("Marek").writes(wrong);
      room.shows("Напишите время и текст");
    }
    room.operator("Marek").sends(Media.photo("/later 9:00 привет"));
    room.shows("Команда /later файлов не отправляет");
    room.operator("Marek").writes("/later 2020-01-01 9:00 привет");
    room.shows("Это время уже прошло");
    olena.seesNothingNew();
  }

  private void edits(int command, String text) {
    room.operator("Marek").hands().edits(command, text);
  }

  @Test
  void who_changes_the_command_changes_what_is_sent_and_when() {
    int command = room.operator("Marek").writes("/later 30m Доброе утор!");
    room.shows("Отправлю клиенту");
    passes(Duration.ofMinutes(10));
    edits(command, "/later 30m Доброе утро!");
    Message changed = room.shows("Поправил. Отправлю клиенту");
    assertThat(changed.replyTo()).isEqualTo(command);
    assertThat(changed.text()).endsWith("Доброе утро!");
    desk.restart();
    edits(command, "/later 1h Доброе утро! Как дела?");
    room.shows("Поправил. Отправлю клиенту");

    passes(Duration.ofMinutes(45));
    olena.seesNothingNew();
    passes(Duration.ofMinutes(6));
    assertThat(olena.sees("Доброе утро!").text()).isEqualTo("Доброе утро! Как дела?");
    room.shows("Отправлено клиенту, как было отложено");
    desk.settles();
    assertThat(desk.count("select count(*) from later_answer where workspace_id = %s")).isZero();
  }

  @Tag("slow")
  @Test
  void a_change_that_cannot_be_read_leaves_the_answer_as_it_was_and_the_operator_is_told_why() {
    int command = room.operator("Marek").writes("/later 2h Как ордер?");
    room.shows("Отправлю клиенту");
    for (String wrong : List.of("/later завтра Как дела?", "/later 2h", "Как дела?", "/take")) {
      edits(command, wrong);
      Message told = room.shows("Отложенный ответ остался прежним");
      assertThat(told.text()).startsWith("Напишите время и текст").endsWith("Как ордер?");
    }
    edits(command, "/later 2020-01-01 9:00 Как дела?");
    assertThat(room.shows("Отложенный ответ остался прежним").text()).startsWith("Это время уже прошло");
    passes(Duration.ofHours(3));
    olena.sees("Как ордер?");
  }

  @Test
  void a_command_that_becomes_a_note_is_not_sent() {
    int command = room.operator("Marek").writes("/later 2h Вы тут?");
    room.shows("Отправлю клиенту");
    edits(command, "// передумал");
    assertThat(room.shows("Не отправлю").replyTo()).isEqualTo(command);
    passes(Duration.ofHours(3));
    olena.seesNothingNew();
    assertThat(desk.value("select direction || text from messages where workspace_id = %s and tg_message_id = '"
        + command + "'")).isEqualTo("note// передумал");
  }

  @Test
  void once_it_was_sent_only_the_words_of_the_command_are_the_persons() {
    int command = room.operator("Marek").writes("/later 30m Доброе утор!");
    room.shows("Отправлю клиенту");
    passes(Duration.ofMinutes(31));
    int copy = olena.sees("Доброе утор!").id();
    desk.settles();
    edits(command, "/later 30m Доброе утро!");
    desk.await("the copy to change", () -> olena.chat.message(copy).orElseThrow().text().equals("Доброе утро!"));
    edits(command, "30m Доброе утро!");
    room.shows("Эта правка клиенту не ушла");
    olena.seesNothingNew();
    assertThat(olena.chat.message(copy).orElseThrow().text()).isEqualTo("Доброе утро!");
    room.operator("Ina").writes("/history");
    assertThat(room.shows("открыто").text()).contains("отправлен отложенный ответ · @marek");
  }
}
