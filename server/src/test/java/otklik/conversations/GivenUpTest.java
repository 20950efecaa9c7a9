package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;
import playground.Fault;
import playground.Fault.Kind;
import playground.Message;
import playground.Press;
import playground.Trouble;

/// Words whose delivery is given up: nobody reads them for ever, nobody's next words wait, operators know and decide.
@AlsoOnPostgres
class GivenUpTest extends Faulty {
  private static final String NOT_CONFIRMED =
      "Мессенджер не подтвердил доставку: возможно, сообщение дошло. Отправить ещё раз?";

  private Client olena;
  private Room room;

  private void ticket() {
    olena = ticketOf("Olena");
    room = roomOf(olena);
    desk.settles();
  }

  private Message there(int id) {
    return room.messages().stream().filter(message -> message.id() == id).findFirst().orElseThrow();
  }

  private void marked(int answer, String emoji) {
    desk.await("the mark " + emoji, () -> there(answer).reactions().equals(List.of(emoji)));
  }

  private Press press(Message line, String operator) {
    return room.operator(operator).hands().presses(line.id(), "Отправить ещё раз");
  }

  private List<Message> general() {
    return desk.group.messages(0).stream().filter(message -> desk.isBot(message.from()) && !message.service()).toList();
  }

  private long read(String words) {
    return olena.texts().stream().filter(words::equals).count();
  }

  @Tag("slow")
  @Test
  void an_answer_that_arrives_while_the_messenger_is_silent_is_read_three_times_at_most() {
    ticket();
    playground().fault(Fault.of(Kind.SILENCE_AFTER).forMethods("sendMessage").inChat(olena.person.id()).times(3));
    int answer = room.operator("Marek").writes("Перезагрузите роутер");
    room.operator("Marek").writes("Получилось?");
    olena.sees("Получилось?");
    Message line = room.shows(NOT_CONFIRMED);
    assertThat(line.replyTo()).isEqualTo(answer);
    marked(answer, "🤷");
    assertThat(read("Перезагрузите роутер")).isEqualTo(3);
    desk.restart();

    String data = there(line.id()).button("Отправить ещё раз").orElseThrow().data();
    assertThat(press(line, "Ina").answer()).isEqualTo("Отправляю ещё раз…");
    desk.await("the words once more", () -> read("Перезагрузите роутер") == 4);
    marked(answer, "👌");
    desk.await("the line to tell so", () -> there(line.id()).text().equals("Доставлено"));
    assertThat(room.operator("Marek").hands().pressesStale(line.id(), data).answer()).isEqualTo("Уже отправлено");
    desk.settles();
    assertThat(read("Перезагрузите роутер")).isEqualTo(4);
    assertThat(desk.count("select count(*) from delivery where workspace_id = %s and state = 'aside'")).isZero();
  }

  @Test
  void words_of_a_client_that_may_not_stand_in_the_topic_are_shown_again_at_a_press() {
    ticket();
    playground().fault(Fault.of(Kind.BAD_GATEWAY).forMethods("sendMessage").inChat(desk.group.id()).times(3));
    olena.writes("Не включается");
    olena.writes("Совсем");
    Message line = room.shows("Клиент прислал сообщение (текст). Мессенджер не подтвердил, что оно здесь");
    desk.await("the next words", () -> room.texts().contains("Совсем"));
    assertThat(room.texts()).doesNotContain("Не включается");
    assertThat(press(line, "Ina").answer()).isEqualTo("Отправляю ещё раз…");
    desk.await("the words", () -> room.texts().contains("Не включается"));
    desk.settles();
    assertThat(room.texts().stream().filter("Не включается"::equals)).hasSize(1);
  }

  @Test
  void an_answer_that_only_meets_errors_while_others_are_answered_is_told_of_after_ten_minutes() {
    ticket();
    Client timur = ticketOf("Timur");
    Room other = roomOf(timur);
    desk.settles();
    playground().fault(Fault.of(Kind.SERVER_ERROR).inChat(olena.person.id()));
    int answer = room.operator("Marek").writes("Попробуйте сейчас");
    for (int halfMinute = 0; halfMinute < 30; halfMinute++) {
      String words = "полминуты " + halfMinute;
      other.operator("Marek").writes(words);
      timur.sees(words);
      desk.stage.time.advance(Duration.ofSeconds(30));
    }
    Message line = room.shows("Не доставлено: мессенджер отвечает ошибкой");
    marked(answer, "🤷");
    playground().endFaults();
    press(line, "Marek");
    olena.sees("Попробуйте сейчас");
    marked(answer, "👌");
  }

  @Tag("slow")
  @Test
  void a_card_that_may_not_be_there_is_shown_at_a_press() {
    desk.settles();
    playground().fault(Fault.of(Kind.BAD_GATEWAY).forMethods("sendMessage").inChat(desk.group.id()).times(3));
    olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Это Olena");
    room = desk.topic("#0001");
    Message line = room.shows("Мессенджер не подтвердил карточку");
    assertThat(press(line, "Ina").answer()).isEqualTo("Отправляю ещё раз…");
    assertThat(room.card().text()).contains("Это Olena");
    desk.settles();
    assertThat(room.fromBot().stream().filter(message -> message.text().contains("Это Olena"))).hasSize(1);
  }

  @Test
  void operators_are_told_once_that_the_topic_of_a_ticket_is_not_opened() {
    desk.settles();
    Trouble trouble = opensNoTopic(6);
    olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Это Olena");
    desk.await("a line in General", () -> !notOpened("#0001: мессенджер не открывает тему").isEmpty());
    desk.stage.time.advance(Duration.ofMinutes(1));
    desk.await("the second round", () -> trouble.struck() == 6);
    desk.await("its end", () -> desk.count("select count(*) from delivery where workspace_id = %s"
        + " and subject like 'helpdesk.room:%%' and state <> 'pending'") == 2);
    desk.stage.time.advance(Duration.ofMinutes(10));

    room = roomOf(olena);
    assertThat(room.card().text()).contains("Это Olena");
    assertThat(notOpened("#0001: мессенджер не открывает тему")).hasSize(1);
  }

  private Trouble opensNoTopic(int times) {
    return playground().fault(
        Fault.of(Kind.BAD_GATEWAY).forMethods("createForumTopic").inChat(desk.group.id()).times(times));
  }

  @Test
  void likewise_of_the_topic_for_people_without_a_code() {
    desk.settles();
    opensNoTopic(3);
    olena = person("Olena").withoutCode("Рога", "У меня беда");
    desk.await("a line in General", () -> !notOpened("Мессенджер не открывает тему для обращений без кода").isEmpty());
    desk.stage.time.advance(Duration.ofMinutes(1));
    desk.topic("UNKNOWN/TRIAGE").shows("● Ticket: #0001");
  }

  private List<Message> notOpened(String words) {
    return general().stream().filter(message -> message.text().startsWith(words)).toList();
  }

  @Test
  void when_the_whole_topic_fails_the_group_is_told_and_can_send_again() {
    ticket();
    playground().fault(Fault.of(Kind.BAD_GATEWAY).forMethods("sendMessage").inChat(desk.group.id()).times(6));
    olena.writes("Не включается");
    desk.await("a line in General", () -> general().stream().anyMatch(message -> message.text().startsWith("#0001\n")));
    Message line = general().getLast();
    assertThat(desk.operator("Ina").in(desk.group).presses(line.id(), "Отправить ещё раз").answer())
        .isEqualTo("Отправляю ещё раз…");
    desk.await("the words", () -> room.texts().contains("Не включается"));
  }
}
