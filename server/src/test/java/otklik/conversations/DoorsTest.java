package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.helpdesk.tickets.DeskCommands.BLOCK;
import static otklik.helpdesk.tickets.DeskCommands.CLOSE;
import static otklik.helpdesk.tickets.DeskCommands.CLOSE_OWN;
import static otklik.helpdesk.tickets.DeskCommands.DETAILS;
import static otklik.helpdesk.tickets.DeskCommands.REOPEN;
import static otklik.helpdesk.tickets.DeskCommands.TAKE;
import static otklik.helpdesk.tickets.DeskCommands.UNBLOCK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.channels.Content;
import otklik.channels.FileRef;
import otklik.channels.MediaKind;
import otklik.helpdesk.tickets.DeskCommands;
import otklik.people.Actor;
import otklik.people.Role;
import playground.Media;
import playground.Message;

/// What can be done at a desk is the same through every door.
class DoorsTest extends Conversation {
  private static final Set<Role> TEAM = Set.of(Role.TEAM);
  private static final Actor CRM = new Actor.Integration("CRM", TEAM);
  private static final Actor KIOSK = new Actor.Integration("Киоск", Set.of());
  private static final Actor IVAN = new Actor.ConsoleUser("Иван", null, TEAM);

  private TestDoor door;
  private Client olena;
  private Room room;

  private void ticket() {
    olena = person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
    room = desk.topic("#0001");
    room.card();
    room.operator("Marek").writes("Здравствуйте");
    room.operator("Ina").writes("И от меня");
    olena.sees("И от меня");
    desk.settles();
    door = new TestDoor(desk);
  }

  private Actor marekAtTheConsole() {
    return new Actor.ConsoleUser("Marek K.", door.person(5001).id(), TEAM);
  }

  @Test
  void who_takes_at_the_console_has_it_for_everybody() {
    ticket();
    assertThat(door.gives(CRM, 1, TAKE))
        .isEqualTo("Refused: Взять обращение может только тот, кого знает мессенджер");
    assertThat(door.gives(marekAtTheConsole(), 1, TAKE)).isEqualTo("Done: Обращение ваше");
    room.cardShows("● Статус: In progress (@marek)");
    assertThat(door.gives(CRM, 1, TAKE)).isEqualTo("Refused: Уже взял(а) Marek");
    assertThat(room.operator("Ina").hands().pressesStale(room.card().id(), "take:" + door.ticket(1).id().value())
        .answer()).isEqualTo("Уже взял(а) Marek");
  }

  @Test
  void the_same_values_have_the_same_results_and_the_history_names_whoever_gave_them() {
    ticket();
    assertThat(door.gives(CRM, 1, DeskCommands.assign(door.person(5002)))).startsWith("Done: ").contains("@ina");
    assertThat(door.gives(IVAN, 1, DeskCommands.assign(door.person(5002)))).startsWith("Refused: ");
    assertThat(door.gives(CRM, 1, DeskCommands.assign(door.person(olena.person.id())))).startsWith("Refused: ")
        .contains("@marek, @ina");
    assertThat(door.gives(IVAN, 1, DeskCommands.priority(true))).startsWith("Done: ");
    assertThat(door.gives(CRM, 1, DeskCommands.note("Платит вовремя"))).isEqualTo("Done");
    room.shows("Заметка, CRM (интеграция): Платит вовремя");
    assertThat(door.gives(IVAN, 1, DETAILS)).startsWith("Done: ");
    olena.sees("Нужно чуть больше деталей");
    assertThat(door.gives(IVAN, 1, CLOSE)).isEqualTo("Done: Обращение закрыто");
    olena.sees("Оцените, пожалуйста, как мы помогли");
    assertThat(door.gives(CRM, 1, CLOSE)).isEqualTo("Refused: Обращение уже закрыто");
    assertThat(door.gives(CRM, 1, REOPEN)).startsWith("Done: ");
    room.cardShows("● Статус: In progress (@ina)");
    desk.settles();

    room.operator("Marek").writes("/history");
    List<String> who = room.shows(" · ").text().lines().map(line -> line.substring(line.indexOf(" · ") + 3)).toList();
    assertThat(who.subList(3, who.size())).containsExactly("передано @ina · CRM (интеграция)",
        "приоритет: urgent · Иван (консоль)", "заметка: Платит вовремя · CRM (интеграция)",
        "запрошены детали · Иван (консоль)", "закрыто · Иван (консоль)", "открыто заново · CRM (интеграция)");
    assertThat(desk.rows("""
        select event, actor_kind, actor_name from timeline where workspace_id = %s and event in ('opened', 'closed')
        order by id
        """).stream().map(row -> row.get("event") + " " + row.get("actor_kind") + " " + row.get("actor_name")))
        .containsExactly("opened messenger null", "closed console Иван");
  }

  @Test
  void whoever_may_not_is_refused_before_anything_is_looked_at() {
    ticket();
    for (var command : List.of(TAKE, CLOSE, REOPEN, DETAILS, BLOCK, DeskCommands.priority(true),
        DeskCommands.note("x"), CLOSE_OWN)) {
      assertThat(door.gives(KIOSK, 1, command)).isEqualTo("Forbidden: Это вам не разрешено.");
    }
    assertThat(door.gives(Actor.of(door.person(5001).id()), 1, CLOSE_OWN)).startsWith("Forbidden");
    assertThat(door.gives(Actor.CLOCK, 1, CLOSE)).startsWith("Forbidden");
    room.cardShows("● Статус: New");
    assertThat(door.gives(Actor.of(door.person(olena.person.id()).id()), 1, CLOSE_OWN)).isEqualTo("Done");
    room.shows("Клиент закрыл обращение сам");
  }

  @Test
  void somebody_unknown_is_blocked_and_heard_again_from_the_console() {
    Client nadia = person("Nadia").withoutCode("Globex", "Не работает вход");
    desk.topic("UNKNOWN/TRIAGE");
    desk.settles();
    door = new TestDoor(desk);
    assertThat(door.gives(IVAN, 1, BLOCK)).startsWith("Done: ");
    nadia.sees("К сожалению, мы больше не можем отвечать вам здесь");
    assertThat(door.gives(CRM, 1, UNBLOCK)).startsWith("Done: ");
    assertThat(door.gives(CRM, 1, UNBLOCK)).startsWith("Refused: ");
    assertThat(desk.value("select count(*) from timeline where workspace_id = %s and actor_kind = 'integration'"))
        .isEqualTo("1");
  }

  private Message answered(Actor by, String words) {
    assertThat(door.gives(by, 1, DeskCommands.answer(Content.Text.of(words)))).isEqualTo("Done");
    return room.shows(words);
  }

  private void wears(Message told, String emoji) {
    desk.await("the mark " + emoji, () -> room.fromBot().stream()
        .anyMatch(message -> message.id() == told.id() && message.reactions().equals(List.of(emoji))));
  }

  @Test
  void an_answer_from_the_console_stands_in_the_topic_as_if_it_had_been_written_there() {
    ticket();
    room.operator("Marek").writes("Первое");
    olena.sees("Первое");
    Message told = answered(IVAN, "Второе");
    room.operator("Ina").writes("Третье");
    assertThat(told.text()).isEqualTo("Иван (консоль):\nВторое");
    Message answer = olena.sees("Второе");
    olena.sees("Третье");
    assertThat(answer.text()).isEqualTo("Второе");
    wears(told, "👌");

    olena.chat.replies(answer.id(), "Это про что?");
    assertThat(room.shows("Это про что?").replyTo()).isEqualTo(told.id());
    room.operator("Marek").replies(told.id(), "/del");
    assertThat(room.shows("Ответ забран").replyTo()).isEqualTo(told.id());
    desk.settles();
    assertThat(olena.texts()).doesNotContain("Второе");
    assertThat(desk.rows("""
        select actor_kind, actor_name from timeline where workspace_id = %s and event in ('answered', 'helped')
        order by id
        """).toString()).doesNotContain("console"); // nobody has the ticket, and Marek had answered before
    assertThat(door.gives(KIOSK, 1, DeskCommands.answer(Content.Text.of("x")))).startsWith("Forbidden");
  }

  @Test
  void a_file_from_an_integration_arrives_with_its_words_and_the_first_answer_is_counted() {
    olena = person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
    room = desk.topic("#0001");
    room.card();
    int photo = olena.sends(Media.photo("снимок"));
    room.shows("снимок");
    desk.settles();
    door = new TestDoor(desk);
    String file = desk.value("select file_id from message where workspace_id = %s and file_id is not null");
    assertThat(photo).isPositive();
    assertThat(door.gives(CRM, 1, DeskCommands.answer(new Content.Media(MediaKind.PHOTO,
        new FileRef(file, null, null, null), "Вот так", List.of())))).isEqualTo("Done");
    olena.seesMessage("the picture", message -> message.type().equals("photo") && message.text().equals("Вот так"));
    wears(room.showsMessage("it, too", message -> message.type().equals("photo")
        && message.text().equals("CRM (интеграция):\nВот так")), "👌");
    assertThat(desk.value("select actor_name from timeline where workspace_id = %s and event = 'answered'"))
        .isEqualTo("CRM");
    assertThat(door.gives(CRM, 1, DeskCommands.answer(new Content.Unsupported("gift"))))
        .startsWith("Refused: Не доставлено");
  }

  @Test
  void an_answer_from_the_console_that_fails_is_told_where_it_stands_and_sent_again() {
    ticket();
    olena.chat.blocks();
    room.shows("Клиент заблокировал бота");
    Message told = answered(marekAtTheConsole(), "Попробуйте сейчас");
    Message line = room.shows("Не доставлено");
    assertThat(line.replyTo()).isEqualTo(told.id());
    wears(told, "🤷");
    olena.chat.unblocks();
    room.shows("Клиент снова");
    room.operator("Ina").hands().presses(line.id(), "Отправить ещё раз");
    olena.sees("Попробуйте сейчас");
    wears(told, "👌");
  }

  @Test
  void what_is_answered_in_triage_and_to_a_closed_ticket_says_of_whom_and_that_it_is_closed() {
    Client nadia = person("Nadia").withoutCode("Globex", "Не работает вход");
    Room triage = desk.topic("UNKNOWN/TRIAGE");
    desk.settles();
    door = new TestDoor(desk);
    assertThat(door.gives(IVAN, 1, DeskCommands.answer(Content.Text.of("Откуда вы?")))).isEqualTo("Done");
    nadia.sees("Откуда вы?");
    Message told = triage.shows("Откуда вы?");
    assertThat(told.text()).startsWith("#0001").contains("Иван (консоль):\nОткуда вы?");
    triage.operator("Marek").replies(told.id(), "И кто вы?");
    nadia.sees("И кто вы?");
    assertThat(door.gives(IVAN, 1, CLOSE)).isEqualTo("Done: Обращение закрыто");
    assertThat(door.gives(IVAN, 1, DeskCommands.answer(Content.Text.of("Пишите ещё"))))
        .startsWith("Done: #0001 закрыто, поэтому ответ ушёл");
    assertThat(nadia.sees("Пишите ещё").text()).isEqualTo("К обращению #0001:\nПишите ещё");
    assertThat(door.gives(Actor.of(door.person(nadia.person.id()).id()), 1, DeskCommands.rate(true))).isEqualTo("Done");
    nadia.sees("Рады, что помогли");
    triage.shows("Оценка клиента: 👍");
    assertThat(door.gives(Actor.of(door.person(nadia.person.id()).id()), 1, DeskCommands.rate(false)))
        .startsWith("Refused");
    assertThat(door.gives(IVAN, 1, DeskCommands.rate(false))).startsWith("Forbidden");
  }

  @Test
  void a_later_answer_from_the_console_waits_for_its_time_in_sight_of_all() {
    ticket();
    Instant soon = desk.stage.time.instant().plus(Duration.ofMinutes(30));
    assertThat(door.gives(CRM, 1, DeskCommands.answerLater("Вы тут?", soon)))
        .isEqualTo("Refused: Отложить ответ может только тот, кого знает мессенджер");
    assertThat(door.gives(marekAtTheConsole(), 1, DeskCommands.answerLater("Рано", Instant.EPOCH)))
        .isEqualTo("Refused: Это время уже прошло");
    for (String words : List.of("Вы тут?", "Всё хорошо?")) {
      assertThat(door.gives(marekAtTheConsole(), 1, DeskCommands.answerLater(words, soon)))
          .startsWith("Done: Отправлю клиенту ");
      assertThat(room.shows(words).text()).startsWith("Marek K. (консоль): отправлю клиенту ");
    }
    long second = Long.parseLong(desk.value("select max(id) from later_answer where workspace_id = %s"));
    assertThat(door.gives(IVAN, 1, DeskCommands.cancelLater(second))).startsWith("Done: Не отправлю");
    assertThat(door.gives(IVAN, 1, DeskCommands.cancelLater(second))).startsWith("Refused");
    desk.settles();
    desk.restart();
    desk.stage.time.advance(Duration.ofMinutes(31));
    olena.sees("Вы тут?");
    room.shows("Вы тут?");
    room.shows("Отправлено клиенту, как было отложено");
    olena.seesNothingNew();
  }

  @Test
  void codes_are_made_and_revoked_by_admins_at_the_console() {
    ticket();
    Actor admin = new Actor.ConsoleUser("Анна", null, Set.of(Role.TEAM, Role.ADMIN));
    assertThat(door.gives(IVAN, DeskCommands.makeCode("Globex / Склад", 1))).startsWith("Forbidden");
    assertThat(door.gives(admin, DeskCommands.makeCode("Склад", 1))).startsWith("Refused: Проекта «Склад» нет");
    String made = door.gives(admin, DeskCommands.makeCode("Globex / Склад", 1));
    assertThat(made).startsWith("Done: Код для ").contains("\nСколько человек может войти: 1\n");
    String code = made.lines().findFirst().orElseThrow().replaceFirst(".*: ", "");
    person("Nadia").bound(code);
    assertThat(door.gives(admin, DeskCommands.revokeCode("нет такого"))).startsWith("Refused: Такого кода нет");
    assertThat(door.gives(admin, DeskCommands.revokeCode(code))).startsWith("Done: Код " + code + " выключен");
    assertThat(door.gives(admin, DeskCommands.revokeCode(code))).startsWith("Refused: ");
  }
}
