package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.helpdesk.DeskCommands.BLOCK;
import static otklik.helpdesk.DeskCommands.CLOSE;
import static otklik.helpdesk.DeskCommands.CLOSE_OWN;
import static otklik.helpdesk.DeskCommands.DETAILS;
import static otklik.helpdesk.DeskCommands.REOPEN;
import static otklik.helpdesk.DeskCommands.TAKE;
import static otklik.helpdesk.DeskCommands.UNBLOCK;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.helpdesk.DeskCommands;
import otklik.people.Actor;
import otklik.people.Role;

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
}
