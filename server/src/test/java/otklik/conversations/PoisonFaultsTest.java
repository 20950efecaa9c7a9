package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import otklik.intake.UpdatesAside;
import otklik.kernel.DeadLetter;
import otklik.operations.SetAside;
import otklik.storage.Database;
import otklik.storage.TestDatabases;
import otklik.workspaces.Installation;

/// An update that can't be handled. The database itself refuses what has the word in it.
@Tag("slow")
class PoisonFaultsTest extends Faulty {
  private static final String POISON = "ЯД";
  private boolean poisoned;
  private boolean held;

  private void refuse(String name, String when, String table, String condition) {
    if (database == TestDatabases.SQLITE) {
      sql("create trigger %s before %s on %s when %s begin select raise(abort, 'poison'); end"
          .formatted(name, when, table, condition));
    } else {
      sql("create or replace function refuse() returns trigger language plpgsql as 'begin raise exception ''poison''; end'");
      sql("create trigger %s before %s on %s for each row when (%s) execute function refuse()"
          .formatted(name, when, table, condition));
    }
  }

  private void poison() {
    refuse("poison", "insert", "message", "new.text like '%" + POISON + "%'");
    poisoned = true;
  }

  @AfterEach
  void antidote() {
    if (poisoned) {
      drop("poison", "message");
      poisoned = false;
    }
    if (held) {
      drop("holding", "inbox");
      held = false;
    }
  }

  private void drop(String trigger, String table) {
    sql("drop trigger " + trigger + (database == TestDatabases.SQLITE ? "" : " on " + table));
  }

  private List<DeadLetter> aside(UpdatesAside aside) {
    return aside.list().stream().filter(item -> item.workspace().equals(desk.workspace())).toList();
  }

  @Test
  void an_update_whose_handling_throws_is_set_aside_and_can_be_handled_later() {
    Client olena = ticketOf("Olena");
    Client timur = ticketOf("Timur");
    Room room = roomOf(olena);
    Room other = roomOf(timur);
    poison();

    olena.writes("до");
    olena.writes(POISON);
    olena.writes("после");
    timur.writes("тем временем");
    other.shows("тем временем");
    room.shows("до");
    room.shows("после");
    olena.sees("Не получилось сразу обработать ваше сообщение. Оно сохранено, мы разберёмся.");
    desk.settles();
    timur.seesNothingNew();

    UpdatesAside aside = new UpdatesAside(desk.stage.bean(Database.class));
    assertThat(aside(aside)).singleElement().satisfies(item -> assertThat(item.why()).contains("poison"));
    desk.restart();
    assertThat(room.texts()).containsExactly("до", "после");

    antidote();
    aside = new UpdatesAside(desk.stage.bean(Database.class));
    String id = Long.toString(aside(aside).getFirst().id());
    List<String> said = new ArrayList<>();
    assertThat(SetAside.command(desk.stage.bean(Installation.class), List.of("replay", id),
        InstantSource.system(), said::add)).isZero();
    assertThat(said).containsExactly("To be done again: updates 1");
    room.shows(POISON);
    desk.settles();
    assertThat(aside(aside)).isEmpty();
    assertThat(room.texts()).containsExactly("до", "после", POISON);
    olena.seesNothingNew();
  }

  /// It can't even be set aside, so its conversation stands still; nothing else does.
  @Test
  void an_update_that_fails_again_and_again_holds_up_no_other_conversation() {
    Client olena = ticketOf("Olena");
    Client timur = ticketOf("Timur");
    Room room = roomOf(olena);
    Room other = roomOf(timur);
    poison();
    refuse("holding", "update", "inbox", "new.state = 'aside'");
    held = true;

    olena.writes(POISON);
    olena.writes("после");
    for (int i = 0; i < 20; i++) {
      timur.writes("сообщение " + i);
      other.shows("сообщение " + i);
    }
    room.operator("Marek").writes("ответ");
    olena.sees("ответ");
    ticketOf("Marta");
    assertThat(room.texts()).isEmpty();

    drop("holding", "inbox");
    held = false;
    room.shows("после");
    desk.settles();
  }

  @Test
  void a_press_that_cannot_be_handled_is_answered_honestly() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    refuse("poison", "insert", "timeline", "new.event = 'taken' and new.workspace_id = "
        + sql("select id from workspace where name = '" + desk.workspace() + "'").getFirst());

    assertThat(room.operator("Marek").presses("Взять в работу"))
        .isEqualTo("Что-то пошло не так у нас, ваше сообщение сохранено. Мы уже разбираемся.");

    drop("poison", "timeline");
    assertThat(room.operator("Marek").presses("Взять в работу")).isEqualTo("Обращение ваше");
  }
}
