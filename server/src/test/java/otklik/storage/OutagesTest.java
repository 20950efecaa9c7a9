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
  void when_postgresql_cuts_the_connection_works_fail_as_unavailable_and_later_ones_succeed() {
    Address address = TestDatabases.POSTGRES.fresh();
    try (Database database = TestDatabases.open(address)) {
      database.writeNow(tx -> add(tx, 1));
      CountDownLatch cut = new CountDownLatch(1);
      CompletableFuture<Void> first = database.write(tx -> {
        add(tx, 2);
        tx.flush();
        cut.await();
        return add(tx, 3);
      });
      CompletableFuture<Void> second = database.write(tx -> add(tx, 4));
      TestPostgres.running().cutConnections(address);
      cut.countDown();
      assertThatThrownBy(first::join).hasCauseInstanceOf(Unavailable.class);
      second.handle((done, failure) -> assertThat(failure == null || failure instanceof Unavailable)
          .isTrue()).join();
      database.writeNow(tx -> add(tx, 5));
      assertThat(ids(database)).contains(1L, 5L).doesNotContain(2L, 3L);
    }
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
