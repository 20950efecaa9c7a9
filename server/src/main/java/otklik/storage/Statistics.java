package otklik.storage;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// What SQLite's planner knows of how much its tables hold and how many different values an index tells apart. Without
/// that it takes one index for as good as another. PostgreSQL sees to it by itself.
final class Statistics {
  /// In pages of mostly 4 KB. What was learned of a few rows would mislead when they become many.
  private static final long WORTH_A_LOOK = 4000;
  /// So many entries of each index are looked at, so that it takes milliseconds whatever the table holds.
  /// See https://sqlite.org/pragma.html#pragma_analysis_limit
  private static final String BRIEFLY = "pragma analysis_limit = 400";
  /// All tables, not only those that this connection has asked for, which have grown much since they were looked at
  /// last. See https://sqlite.org/pragma.html#pragma_optimize
  private static final String LOOK = "pragma optimize = 0x10002";

  private Statistics() {}

  /// Belongs on the writing connection, because it writes what it learns. Others know it when they are opened next, half
  /// an hour later at most.
  static void refresh(DSLContext sql) {
    if (sql.dialect() == SQLDialect.SQLITE && pages(sql) >= WORTH_A_LOOK) {
      sql.fetch(BRIEFLY);
      sql.fetch(LOOK);
    }
  }

  private static long pages(DSLContext sql) {
    return ((Number) sql.fetchValue("pragma page_count")).longValue();
  }
}
