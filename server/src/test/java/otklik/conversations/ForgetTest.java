package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;
import playground.Media;
import playground.Message;
import playground.Right;

/// `/forget`: what is erased, what stays, and what the operators are told.
@AlsoOnPostgres
class ForgetTest extends Erasure {
  private static final String TRIAGE = "UNKNOWN/TRIAGE";

  @Test
  void whoever_cancels_keeps_everything() {
    Client olena = marked().bound("ACME-1").opensTicket("Другое", marker);
    olena.writes("/forget");
    olena.sees("Удалю всё");
    olena.presses("Отмена");
    olena.sees("ничего не удаляю");
    olena.writes("Я тут");
    desk.topic("#0001").shows("Я тут");
  }

  @Tag("slow")
  @Test
  void a_client_is_erased_with_their_topics_and_the_tickets_stay_without_words() {
    Client olena = marked().bound("ACME-1").opensTicket("Доступы и роли", "Это " + marker);
    Room first = desk.topic("#0001");
    first.card();
    olena.sends(Media.photo("Фото " + marker));
    olena.sends(Media.document(marker + ".pdf"));
    first.showsMessage("the file", message -> message.type().equals("document"));
    first.operator("Marek").writes("Здравствуйте, " + marker);
    olena.sees("Здравствуйте");
    first.operator("Marek").writes("// это " + marker);
    first.operator("Marek").writes("/find " + marker);
    first.shows("#0001 ·");
    first.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👎");
    olena.sees("Что было не так?");
    olena.writes("Плохо, " + marker);
    olena.sees("Спасибо, что рассказали");
    olena.writes("Опять " + marker);
    olena.presses("Открыть новый тикет");
    olena.sees("Выберите, что случилось");
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("#0002 принято");
    Room second = desk.topic("#0002");
    second.card();
    second.operator("Marek").writes("/later 30m Позже, " + marker);
    second.shows("Отправлю клиенту");
    desk.settles();
    assertThat(rowsWith(marker)).hasSizeGreaterThan(10);

    forgets(olena);

    isForgotten(olena);
    assertThat(desk.topics()).hasSize(2).allMatch(topic -> topic.deleted());
    assertThat(desk.count("select count(*) from tickets where workspace_id = %s and status = 'closed'")).isEqualTo(2);
    assertThat(desk.value("select csat || coalesce(comment, ' no words') from feedback where workspace_id = %s"))
        .isEqualTo("down no words");
    assertThat(desk.value("""
        select tickets || ' ' || left_over from erasure
        where workspace_id = %s and messages >= 6 and created_at > 0 and person_id > 0
        """)).isEqualTo("2 0");
    assertThat(desk.count("select count(*) from messages where workspace_id = %s")).isZero();
    assertThat(desk.count("select count(*) from sla_clock where workspace_id = %s and due_at is not null")).isZero();

    desk.restart();
    olena.writes("Это снова я, помогите");
    olena.sees("нужен код проекта");
    olena.writes("ACME-1");
    olena.sees("Вы подключены к проекту «Portal»");
  }

  @Test
  void somebody_unknown_is_erased_from_the_topic_that_they_share_and_the_others_stay() {
    Client timur = stranger(person("Timur"), "Чужое");
    Client eve = stranger(marked(), marker);
    Room triage = desk.topic(TRIAGE);
    triage.shows("● Ticket: #0002");
    eve.writes("Ещё " + marker);
    Message more = triage.shows("Ещё");
    eve.sends(Media.sticker("🙂"));
    eve.chat.album(Media.photo("Альбом " + marker), Media.photo());
    triage.showsMessage("the album", message -> message.albumId() != null);
    triage.operator("Marek").replies(more.id(), "Ответ для " + marker);
    eve.sees("Ответ для");
    triage.operator("Marek").replies(more.id(), "/history");
    triage.shows("открыто, без кода");
    triage.operator("Marek").replies(more.id(), "/later 30m Позже, " + marker);
    triage.shows("Отправлю клиенту");
    desk.settles();

    forgets(eve);

    isForgotten(eve);
    assertThat(inGroup(marker)).isEmpty();
    assertThat(triage.fromBot()).hasSize(1).allMatch(message -> message.text().contains("#0001"));
    timur.writes("А я остался");
    triage.shows("#0001 Timur:\nА я остался");
  }

  @Test
  void a_ticket_that_moved_is_erased_in_both_topics() {
    Client eve = stranger(marked(), marker);
    Room triage = desk.topic(TRIAGE);
    triage.shows("● Ticket: #0001");
    eve.writes("Ещё " + marker);
    triage.shows("Ещё");
    desk.settles();
    eve.starts("ACME-1");
    eve.sees("уже открыто");
    desk.topic("#0001").shows("Ещё");
    desk.settles();

    forgets(eve);

    isForgotten(eve);
    assertThat(inGroup(marker)).isEmpty();
    assertThat(triage.fromBot()).isEmpty();
  }

  @Test
  void what_cannot_be_deleted_is_told_to_the_operators() {
    Client olena = marked().bound("ACME-1").opensTicket("Другое", marker);
    desk.topic("#0001").card();
    desk.settles();
    desk.group.promote(desk.bot, Right.CAN_MANAGE_TOPICS, Right.CAN_PIN_MESSAGES);

    forgets(olena);

    desk.await("a line in General", () -> desk.group.messages(0).stream()
        .anyMatch(message -> message.text().contains("тему обращения #0001 мессенджер удалить не дал")));
    isForgotten(olena);
    assertThat(desk.value("select left_over from erasure where workspace_id = %s")).isEqualTo("1");
  }

  @Test
  void a_form_that_was_begun_is_forgotten_and_guesses_are_not() {
    Client eve = marked();
    for (int guess = 1; guess <= 10; guess++) {
      eve.starts("GUESS-" + guess);
      eve.sees("Такого кода я не нашёл");
    }
    eve.writes("Просто " + marker);
    desk.settles();

    forgets(eve);

    isForgotten(eve);
    assertThat(desk.count("select count(*) from dialog where workspace_id = %s")).isZero();
    eve.starts("ACME-1");
    eve.sees("Слишком много попыток");
  }

  private Client stranger(Client client, String words) {
    client.writes("Беда: " + words);
    client.sees("нужен код проекта");
    client.presses("Нет кода");
    client.sees("Из какой вы компании");
    client.writes(words);
    client.sees("Как с вами связаться");
    client.writes(words + "@example.com");
    client.sees("принято");
    return client;
  }
}
