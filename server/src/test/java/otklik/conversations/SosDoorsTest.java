package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.emergency.requests.RequestCommands.BLOCK;
import static otklik.emergency.requests.RequestCommands.CLOSE;
import static otklik.emergency.requests.RequestCommands.EXTEND;
import static otklik.emergency.requests.RequestCommands.FULFIL;
import static otklik.emergency.requests.RequestCommands.RETURN;
import static otklik.emergency.requests.RequestCommands.TAKE;
import static otklik.emergency.requests.RequestCommands.UNBLOCK;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.commands.Command;
import otklik.people.Actor;
import otklik.people.Role;

/// What can be done with a request is the same through every door.
class SosDoorsTest extends Coordination {
  private static final Actor DISPATCHER = new Actor.ConsoleUser("Диспетчер", null, Set.of(Role.TEAM));
  private static final Actor CRM = new Actor.Integration("CRM", Set.of(Role.TEAM, Role.MEMBER));

  private TestDoor door;
  private Client ana;

  @BeforeEach
  void ask() {
    ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    town.settles();
    door = new TestDoor(town);
  }

  private Actor anaAtTheConsole() {
    return new Actor.ConsoleUser("Ана", door.person(ana.person.id()).id(), Set.of(Role.MEMBER));
  }

  @Test
  void a_volunteer_takes_and_gives_back_at_the_console_as_in_the_messenger() {
    assertThat(door.gives(CRM, 1, TAKE)).isEqualTo("Refused: Взять просьбу может только тот, кого знает мессенджер.");
    assertThat(door.gives(anaAtTheConsole(), 1, TAKE)).startsWith("Done: ").contains("#0001");
    ana.sees("Вы помогаете");
    nana.sees("@ana");
    assertThat(door.gives(CRM, 1, TAKE)).startsWith("Refused: ").contains("Ana");
    assertThat(door.gives(DISPATCHER, 1, RETURN)).startsWith("Forbidden: ");
    assertThat(door.gives(anaAtTheConsole(), 1, RETURN)).isEqualTo("Done");
    nana.sees("Ana");
    assertThat(door.gives(anaAtTheConsole(), 1, RETURN)).startsWith("Forbidden: ");
    town.settles();
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("open");
    assertThat(door.gives(anaAtTheConsole(), 1, TAKE)).startsWith("Done: ");
    assertThat(door.gives(anaAtTheConsole(), 1, FULFIL)).startsWith("Done: ");
    nana.sees("#0001");
  }

  @Test
  void coordinators_decide_through_any_door_and_the_history_names_them() {
    assertThat(door.gives(CRM, 1, EXTEND)).isEqualTo("Done: Готово.");
    nana.sees("Координатор продлил");
    assertThat(door.gives(DISPATCHER, 1, CLOSE)).isEqualTo("Done: Готово.");
    assertThat(door.gives(CRM, 1, CLOSE)).startsWith("Refused: ");
    town.settles();
    general("Nino").writes("/history 1");
    groupShows("продлена: CRM (интеграция)");
    groupShows("закрыта: Диспетчер (консоль)");
  }

  @Test
  void whoever_asks_is_blocked_and_heard_again_from_the_console() {
    assertThat(door.gives(DISPATCHER, 1, BLOCK)).isEqualTo("Done: Готово.");
    nana.sees("закрыли вам доступ");
    assertThat(door.gives(CRM, 1, BLOCK)).startsWith("Refused: ");
    assertThat(door.gives(CRM, 1, UNBLOCK)).isEqualTo("Done: Готово.");
    nana.sees("снова открыли");
    assertThat(town.rows("""
        select event, actor_name from timeline where workspace_id = %s
          and actor_kind in ('console', 'integration')
        order by id
        """).stream().map(row -> row.get("event") + " " + row.get("actor_name")))
        .containsExactly("blocked Диспетчер", "closed Диспетчер", "unblocked CRM");
  }

  @Test
  void whoever_may_not_is_refused_before_anything_is_looked_at() {
    for (Command command : List.of(TAKE, CLOSE, EXTEND, BLOCK, RETURN, FULFIL)) {
      assertThat(door.gives(new Actor.Integration("Киоск", Set.of()), 1, command)).startsWith("Forbidden: ");
      assertThat(door.gives(Actor.CLOCK, 1, command)).startsWith("Forbidden: ");
    }
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("open");
  }
}
