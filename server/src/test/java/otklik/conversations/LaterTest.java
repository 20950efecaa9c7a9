package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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
    desk.stage.clock.advance(time);
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
    room.shows("Напишите время и текст");
    room.operator("Marek").writes("/later 2020-01-01 9:00 привет");
    room.shows("Это время уже прошло");
    olena.seesNothingNew();
  }
}
