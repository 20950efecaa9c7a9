package otklik.storage;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// What SQLite's planner knows of how much its tables hold and how many different values an index tells apart. Without
/// that it takes one index for as good as another. PostgreSQL sees to it by itself.
final class Statistics {
  /// In pages of mostly 4 KB. What was learned of a few rows would mislead when they become many.
  private static final long WORTH_A_LOOK = 4000;
  /// So many entries of each index are looked at, whatever the table holds.
  /// See https://sqlite.org/pragma.html#pragma_analysis_limit
  private static final String BRIEFLY = "pragma analysis_limit = 200";
  /// Names, in the words of statements, all tables that have grown much since they were looked at last, and not only
  /// those that this connection has asked for. See https://sqlite.org/pragma.html#pragma_optimize
  private static final String WHAT_HAS_GROWN = "pragma optimize = 0x10003";

  private Statistics() {}

  /// What should be looked at, each by a statement for [#look].
  static List<String> due(DSLContext sql) {
    if (sql.dialect() != SQLDialect.SQLITE || pages(sql) < WORTH_A_LOOK) {
      return List.of();
    }
    return sql.fetch(WHAT_HAS_GROWN).getValues(0, String.class).stream()
        .filter(statement -> statement.startsWith("ANALYZE")).toList();
  }

  /// Writes what it learns, so it belongs on the writing connection. Others know it when they are opened next, half an
  /// hour later at most.
  static void look(DSLContext sql, String statement) {
    sql.fetch(BRIEFLY);
    sql.execute(statement);
  }

  private static long pages(DSLContext sql) {
    return ((Number) sql.fetchValue("pragma page_count")).longValue();
  }
}
