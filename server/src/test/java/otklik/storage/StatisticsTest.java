package otklik.storage;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private final Address address = TestDatabases.SQLITE.fresh();

  @Test
  void what_a_table_holds_is_known_when_it_has_grown() {
    try (Database database = TestDatabases.open(address)) {
      grow(database);
      database.refreshStatistics();
      assertThat(known(database)).isPositive();
    }
  }

  @Test
  void nothing_is_learned_of_a_few_rows_because_many_will_not_be_like_them() {
    try (Database database = TestDatabases.open(address)) {
      table(database);
      database.writeNow(tx -> tx.sql().execute("insert into grown values (1, 1, 'few', 'few')"));
      database.refreshStatistics();
      assertThat(known(database)).isZero();
    }
  }

  @Test
  void a_start_learns_what_the_last_run_did_not() {
    try (Database database = TestDatabases.open(address)) {
      grow(database);
    }
    try (Database database = TestDatabases.open(address)) {
      assertThat(known(database)).isPositive();
    }
  }

  @Test
  void a_workspace_may_hold_half_of_a_table_so_that_many_rows_of_it_are_found_by_their_ids() {
    try (Database database = TestDatabases.open(address)) {
      grow(database);
      database.refreshStatistics();
      assertThat(wayTo(database, 250)).contains("(id=?)");
    }
  }

  @Test
  void what_an_earlier_version_has_learned_of_workspaces_is_corrected() {
    try (Database database = TestDatabases.open(address)) {
      grow(database);
      database.refreshStatistics();
      writesAreDone(database);
      database.writeNow(tx -> tx.sql().execute("update sqlite_stat1 set stat = '20000 201 1' where idx = 'grown_subject'"));
    }
    try (Database database = TestDatabases.open(address)) {
      assertThat(wayTo(database, 250)).contains("(id=?)");
    }
  }

  private static String wayTo(Database database, int rows) {
    String ids = IntStream.rangeClosed(1, rows).mapToObj(String::valueOf).collect(joining(", "));
    writesAreDone(database);
    return database.writeNow(tx -> tx.sql().fetch("explain query plan delete from grown where workspace_id = 1 and id in ("
        + ids + ")").getValues("detail", String.class)).toString();
  }

  private static void table(Database database) {
    database.writeNow(tx -> tx.sql().execute("create table grown (id bigint primary key, workspace_id bigint not null, "
        + "subject text not null, words text not null)"));
    database.writeNow(tx -> tx.sql().execute("create index grown_subject on grown (workspace_id, subject)"));
  }

  private static void grow(Database database) {
    table(database);
    database.writeNow(tx -> tx.sql().execute("""
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
        insert into grown select i, 1, 'subject' || i, hex(zeroblob(500)) from n
        """));
  }

  /// How much is known of indexes.
  private static long known(Database database) {
    writesAreDone(database);
    return database.writeNow(tx -> tx.sql().fetchExists(DSL.table("sqlite_master"), DSL.condition("name = 'sqlite_stat1'"))
        ? ((Number) tx.sql().fetchValue("select count(*) from sqlite_stat1")).longValue() : 0);
  }

  /// Whatever the writer was told to look at.
  private static void writesAreDone(Database database) {
    database.writeNow(tx -> null);
    database.writeNow(tx -> null);
  }
}
