package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.storage.schema.Tables.TIMER;

import java.time.InstantSource;
import java.util.Map;
import org.flywaydb.core.Flyway;
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
}
