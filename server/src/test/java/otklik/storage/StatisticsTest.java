package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;

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
      database.writeNow(tx -> tx.sql().execute("insert into grown values (1, 'few')"));
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

  private static void table(Database database) {
    database.writeNow(tx -> tx.sql().execute("create table grown (id bigint primary key, words text not null)"));
  }

  private static void grow(Database database) {
    table(database);
    database.writeNow(tx -> tx.sql().execute("""
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
        insert into grown select i, hex(zeroblob(500)) from n
        """));
  }

  /// How much is known of indexes. Asked on the writer, behind what was ordered of it.
  private static long known(Database database) {
    database.writeNow(tx -> null);
    return database.writeNow(tx -> tx.sql().fetchExists(DSL.table("sqlite_master"), DSL.condition("name = 'sqlite_stat1'"))
        ? ((Number) tx.sql().fetchValue("select count(*) from sqlite_stat1")).longValue() : 0);
  }
}
