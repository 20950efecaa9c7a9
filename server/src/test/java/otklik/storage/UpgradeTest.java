package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.storage.schema.Tables.TIMER;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;

/// What waited while the server was brought up to date is found as if this version had written it.
class UpgradeTest {
  /// What timers are about, by their subjects as earlier versions wrote them.
  private static final Map<String, String> ABOUT = Map.of(
      "1883212278114811904", "1883212278114811904",
      "1883212278114811904/77", "1883212278114811904",
      "-1001/7 13570001", "-1001",
      "1001 13570001", "1001",
      "-1001/7", "-1001",
      "", "");

  @ParameterizedTest
  @EachDatabase
  void a_timer_that_waited_is_found_by_what_it_is_about(TestDatabases databases) {
    Address address = databases.fresh();
    Flyway.configure().configuration(Database.migrations(address).getConfiguration()).target("9").load().migrate();
    try (Writer before = new Writer(address, SqlListener.NONE, TimeLimit.ofWriting(), InstantSource.system())) {
      before.enqueue(tx -> {
        int id = 1;
        for (String subject : ABOUT.keySet()) {
          tx.sql().execute("insert into timer (id, workspace_id, channel_id, kind, subject, data, due_at, attempts, state)"
              + " values (?, 1, 1, 'kind', ?, '', 0, 0, 'waiting')", id++, subject);
        }
        return null;
      }, false).join();
    }
    try (Database now = TestDatabases.open(address)) {
      Map<String, String> about = now.read(sql -> sql.select(TIMER.SUBJECT, TIMER.ABOUT).from(TIMER)
          .where(TIMER.WORKSPACE_ID.eq(1L)).fetchMap(TIMER.SUBJECT, TIMER.ABOUT));
      assertThat(about).isEqualTo(ABOUT);
    }
  }

  private record Waiting(String kind, String subject, String data) {}

  /// Where somebody is, the timer that waited for them, and what waits now; null where nothing does.
  private record Asked(String conversation, String tag, String data, Waiting before, @Nullable Waiting now) {}

  private static final List<Asked> ASKED = List.of(
      new Asked("101", "helpdesk.contact.v1", "{}", new Waiting("helpdesk.attachments", "101", "1"),
          new Waiting("form", "101", "1 0")),
      new Asked("102", "helpdesk.comment.v1", "{}", new Waiting("helpdesk.comment", "102", "2"),
          new Waiting("form", "102", "2 0")),
      new Asked("103", "helpdesk.returning.v1", "{}", new Waiting("helpdesk.choice", "103", "77"),
          new Waiting("form", "103", "3 0")),
      new Asked("104", "helpdesk.trouble.v1", "{}", new Waiting("helpdesk.trouble", "104", "4"),
          new Waiting("form", "104", "4 0")),
      new Asked("105", "helpdesk.description.v1", "{}", new Waiting("helpdesk.attachments", "105", "5"), null),
      new Asked("106", "emergency.confirming.v1", "{}", new Waiting("emergency.confirm", "106", "remind 6"),
          new Waiting("form", "106", "6 0")),
      new Asked("107", "emergency.confirming.v1", "{}", new Waiting("emergency.confirm", "107", "drop 7"),
          new Waiting("form", "107", "7 1")),
      new Asked("108", "emergency.locating.v1", "{}", new Waiting("emergency.confirm", "108", "drop 8"),
          new Waiting("form", "108", "8 0")),
      new Asked("114", "emergency.telling.v1", "{}", new Waiting("emergency.confirm", "114", "drop 14"),
          new Waiting("form", "114", "14 0")),
      new Asked("109", "emergency.offered.v1", "{}", new Waiting("emergency.confirm", "109", "drop 9"), null),
      new Asked("110", "emergency.thanking.v1", "{}", new Waiting("emergency.thanks-words", "110", "77"),
          new Waiting("form", "110", "3 0")),
      new Asked("111/to-whom", "emergency.undirected.v1", "{}", new Waiting("emergency.to-whom", "111", "remind 11"),
          new Waiting("form", "111/to-whom", "11 0")),
      new Asked("112/to-whom", "emergency.undirected.v1", "{}", new Waiting("emergency.to-whom", "112", "drop 12"),
          new Waiting("form", "112/to-whom", "12 1")),
      new Asked("115", "emergency.hours.v1", "{}", new Waiting("helpdesk.comment", "115", "15"), null),
      new Asked("116", "emergency.returning.v1", "{\"ticket\":78}", new Waiting("emergency.returning", "78", ""), null),
      new Asked("113", "emergency.returning.v1", "{\"ticket\":77}", new Waiting("emergency.returning", "77", ""),
          new Waiting("form", "113", "13 0")));

  @ParameterizedTest
  @EachDatabase
  void whoever_was_asked_something_is_waited_for(TestDatabases databases) {
    Address address = databases.fresh();
    Flyway.configure().configuration(Database.migrations(address).getConfiguration()).target("20").load().migrate();
    try (Writer before = new Writer(address, SqlListener.NONE, TimeLimit.ofWriting(), InstantSource.system())) {
      before.enqueue(tx -> {
        tx.sql().execute("insert into ticket (id, workspace_id, channel_id, number, person_id, chat, state, owner_id,"
            + " created_at, updated_at) values (77, 1, 1, 1, 3, '103', 'taken', 13, 0, 0)");
        tx.sql().execute("insert into ticket (id, workspace_id, channel_id, number, person_id, chat, state, created_at,"
            + " updated_at) values (78, 1, 1, 2, 4, '104', 'open', 0, 0)");
        tx.sql().execute("insert into person (id, workspace_id, messenger, external_id, name, is_reachable, created_at,"
            + " updated_at) values (13, 1, 'telegram', '113', 'Ana', true, 0, 0)");
        int id = 1;
        for (Asked asked : ASKED) {
          tx.sql().execute("insert into dialog (workspace_id, channel_id, conversation, tag, data, updated_at)"
              + " values (1, 1, ?, ?, ?, 0)", asked.conversation(), asked.tag(), asked.data());
          tx.sql().execute("insert into timer (id, workspace_id, channel_id, kind, subject, about, data, due_at,"
              + " attempts, state) values (?, 1, 1, ?, ?, ?, ?, 0, 0, 'waiting')", id++, asked.before().kind(),
              asked.before().subject(), asked.before().subject(), asked.before().data());
        }
        return null;
      }, false).join();
    }
    try (Database now = TestDatabases.open(address)) {
      List<Waiting> waiting = now.read(sql -> sql.select(TIMER.KIND, TIMER.SUBJECT, TIMER.DATA).from(TIMER)
          .where(TIMER.WORKSPACE_ID.eq(1L)).fetch(row -> new Waiting(row.value1(), row.value2(), row.value3())));
      assertThat(waiting).containsExactlyInAnyOrderElementsOf(
          ASKED.stream().map(Asked::now).filter(Objects::nonNull).toList());
      String about = now.read(sql -> sql.select(TIMER.ABOUT).from(TIMER)
          .where(TIMER.WORKSPACE_ID.eq(1L).and(TIMER.SUBJECT.eq("113"))).fetchOne(TIMER.ABOUT));
      assertThat(about).isEqualTo("113");
    }
  }
}
