package otklik.storage;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

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

  /// What is known of each index, and with how many columns it begins that say only whose rows they are.
  /// See https://sqlite.org/fileformat2.html#stat1tab
  private static final String KNOWN = """
      select rowid, stat, (select min(seqno) from pragma_index_info(idx)
                           where coalesce(name, '') not in ('workspace_id', 'channel_id')) as whose
      from sqlite_stat1 where idx is not null
      """;
  private static final String MANY = " noskipscan";
  private static final String IS_ANYTHING_KNOWN = "select count(*) from sqlite_schema where name = 'sqlite_stat1'";

  private Statistics() {}

  /// What should be looked at, each by a statement for [#look].
  static List<String> due(DSLContext sql) {
    if (sql.dialect() != SQLDialect.SQLITE || number(sql, "pragma page_count") < WORTH_A_LOOK) {
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
    correct(sql);
  }

  /// A brief look takes a workspace for no larger than what was looked at, and then all of its rows for a better way to a
  /// hundred of them than their ids. Whatever was learned, also by an earlier version, is made to say that it may hold
  /// half of the table; and that there may be many others nevertheless, so that no index is gone through workspace by
  /// workspace.
  static void correct(DSLContext sql) {
    if (sql.dialect() != SQLDialect.SQLITE || number(sql, IS_ANYTHING_KNOWN) == 0) {
      return;
    }
    boolean changed = false;
    for (Record row : sql.fetch(KNOWN)) {
      String stat = row.get("stat", String.class);
      String corrected = corrected(stat, row.get("whose", Integer.class));
      if (!corrected.equals(stat)) {
        sql.execute("update sqlite_stat1 set stat = ? where rowid = ?", corrected, row.get("rowid"));
        changed = true;
      }
    }
    if (changed) {
      sql.execute("analyze sqlite_schema");
    }
  }

  /// @param stat  how many rows there are, then for each column of the index how many have the same values up to there
  /// @param whose how many of its columns say nothing but whose rows they are; null for all
  private static String corrected(String stat, @Nullable Integer whose) {
    if (stat.endsWith(MANY) || whose != null && whose == 0) {
      return stat;
    }
    String[] numbers = stat.split(" ");
    long half = Long.parseLong(numbers[0]) / 2;
    for (int i = 1; i < numbers.length && (whose == null || i <= whose); i++) {
      numbers[i] = String.valueOf(Math.max(half, Long.parseLong(numbers[i])));
    }
    return String.join(" ", numbers) + MANY;
  }

  private static long number(DSLContext sql, String question) {
    return ((Number) sql.fetchValue(question)).longValue();
  }
}
