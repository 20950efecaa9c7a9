package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OutagesTest {
  private static final Statement ADD =
      Statement.of("insert into workspace (id, name, created_at) values (?, ?, 0)");

  @Test
  void when_postgresql_cuts_the_connection_works_pass_or_fail_as_unavailable_and_later_ones_succeed() {
    Address address = TestDatabases.POSTGRES.fresh();
    try (Database database = TestDatabases.open(address)) {
      database.writeNow(tx -> add(tx, 1));
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch cut = new CountDownLatch(1);
      CompletableFuture<Void> first = database.write(tx -> {
        add(tx, 2);
        tx.flush();
        begun.countDown();
        cut.await();
        return add(tx, 3);
      });
      CompletableFuture<Void> second = database.write(tx -> add(tx, 4));
      begun.await();
      TestPostgres.running().cutConnections(address);
      cut.countDown();
      boolean firstPassed = passed(first);
      boolean secondPassed = passed(second);
      database.writeNow(tx -> add(tx, 5));
      assertThat(ids(database)).contains(1L, 5L);
      assertThat(ids(database).containsAll(List.of(2L, 3L))).isEqualTo(firstPassed);
      assertThat(ids(database).contains(4L)).isEqualTo(secondPassed);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean passed(CompletableFuture<Void> work) {
    return work.handle((done, failure) -> {
      assertThat(failure == null || failure instanceof Unavailable).isTrue();
      return failure == null;
    }).join();
  }

  @Test
  void a_connection_that_was_cut_while_nothing_happened_costs_one_attempt_at_most() {
    Address address = TestDatabases.POSTGRES.fresh();
    try (Database database = TestDatabases.open(address)) {
      for (long id = 1; id <= 3; id++) {
        long number = id;
        database.writeNow(tx -> add(tx, number));
        TestPostgres.running().cutConnections(address);
        assertThatThrownBy(() -> database.writeNow(tx -> {
          tx.flush();
          return tx.sql().fetchValue("select 1");
        })).isInstanceOf(Unavailable.class);
        assertThat(database.<Object>writeNow(tx -> tx.sql().fetchValue("select 1"))).isEqualTo(1);
      }
      assertThat(ids(database)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void a_sqlite_file_that_somebody_else_keeps_locked_is_unavailable_until_it_is_free() throws Exception {
    Address address = TestDatabases.SQLITE.fresh();
    try (Database database = TestDatabases.open(address)) {
      database.writeNow(tx -> add(tx, 1));
      try (Connection other = DriverManager.getConnection(address.url());
          var statement = other.createStatement()) {
        statement.execute("begin immediate");
        assertThatThrownBy(() -> database.writeNow(tx -> add(tx, 2))).isInstanceOf(Unavailable.class);
        statement.execute("rollback");
      }
      database.writeNow(tx -> add(tx, 3));
      assertThat(ids(database)).containsExactly(1L, 3L);
    }
  }

  @Test
  void a_full_disk_is_an_outage_also_for_statements_that_were_deferred() {
    try (Database database = TestDatabases.open(TestDatabases.SQLITE.fresh())) {
      database.writeNow(tx -> add(tx, 1));
      full(database, true);
      assertThatThrownBy(() -> database.writeNow(tx -> {
        tx.defer(ADD, 2L, "long ".repeat(100_000));
        return null;
      })).isInstanceOf(Unavailable.class);
      full(database, false);
      database.writeNow(tx -> add(tx, 3));
      assertThat(ids(database)).containsExactly(1L, 3L);
    }
  }

  private static void full(Database database, boolean is) {
    database.writeNow(tx -> tx.sql().fetchValue("pragma max_page_count = " + (is ? 1 : 1_000_000)));
  }

  @Test
  void a_work_that_breaks_the_connection_takes_nobody_with_it() {
    try (Database database = TestDatabases.open(TestDatabases.POSTGRES.fresh())) {
      CountDownLatch free = new CountDownLatch(1);
      database.write(tx -> {
        free.await();
        return null;
      });
      List<CompletableFuture<Void>> works = List.of(database.write(tx -> add(tx, 1)),
          database.write(OutagesTest::breakTheConnection), database.write(tx -> add(tx, 2)));
      free.countDown();
      works.get(0).join();
      works.get(2).join();
      assertThatThrownBy(works.get(1)::join).hasCauseInstanceOf(Unavailable.class);
      assertThat(ids(database)).containsExactly(1L, 2L);
    }
  }

  @Test
  void a_work_that_breaks_the_connection_each_time_while_others_pass_is_found_out() {
    try (Database database = TestDatabases.open(TestDatabases.POSTGRES.fresh())) {
      Outages outages = new Outages();
      int attempts = 0;
      boolean found = false;
      for (long id = 1; id <= 20 && !found; id++, attempts++) {
        long number = id;
        found = outages.areOfTheWork(outage(database, OutagesTest::breakTheConnection));
        database.writeNow(tx -> add(tx, number));
      }
      assertThat(found).isTrue();
      assertThat(attempts).isGreaterThan(3);
      assertThat(outages.areOfTheWork(outage(database, OutagesTest::breakTheConnection))).isTrue();
    }
  }

  @Test
  void an_outage_in_which_nothing_passes_is_held_against_nobody() {
    try (Database database = TestDatabases.open(TestDatabases.POSTGRES.fresh())) {
      Outages outages = new Outages();
      for (int attempt = 0; attempt < 20; attempt++) {
        assertThat(outages.areOfTheWork(outage(database, OutagesTest::breakTheConnection))).isFalse();
      }
    }
  }

  @Test
  void a_full_disk_is_held_against_nobody_though_small_works_pass() {
    try (Database database = TestDatabases.open(TestDatabases.SQLITE.fresh())) {
      Outages outages = new Outages();
      database.writeNow(tx -> add(tx, 1));
      for (int attempt = 0; attempt < 20; attempt++) {
        full(database, true);
        assertThat(outages.areOfTheWork(outage(database, tx -> {
          tx.defer(ADD, 2L, "long ".repeat(100_000));
          return null;
        }))).isFalse();
        database.writeNow(tx -> null);
      }
    }
  }

  private static Unavailable outage(Database database, Work<Void> work) {
    return (Unavailable) assertThatThrownBy(() -> database.writeNow(work)).isInstanceOf(Unavailable.class)
        .actual();
  }

  private static Void breakTheConnection(Tx tx) {
    tx.sql().fetch("select pg_terminate_backend(pg_backend_pid())");
    return null;
  }

  private static Void add(Tx tx, long id) throws Exception {
    tx.defer(ADD, id, "n" + id);
    return null;
  }

  /// Readers may have lost their connections too; each finds that out once.
  private static List<Long> ids(Database database) {
    for (int dead = 0; dead < 5; dead++) {
      try {
        return database.read(sql -> sql.fetch("select id from workspace order by id")
            .map(row -> row.get(0, Long.class)));
      } catch (Unavailable cut) {
        assertThat(cut).hasRootCauseInstanceOf(SQLException.class);
      }
    }
    throw new AssertionError("more dead connections than readers");
  }
}
