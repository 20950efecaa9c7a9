package otklik.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a database would find the rows of a statement, without executing it.
sealed interface QueryPlans {
  List<Access> of(String sql) throws SQLException;

  static QueryPlans on(Connection connection, TestDatabases databases) throws SQLException {
    return switch (databases) {
      case SQLITE -> new OfSqlite(connection);
      case POSTGRES -> onPostgres(connection);
    };
  }

  /// With so few rows it may still pay to read all of a channel's for a join; with a hundred times as many it doesn't.
  private static QueryPlans onPostgres(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set enable_hashjoin = off");
      statement.execute("set enable_mergejoin = off");
    }
    return new OfPostgres(connection, indexes(connection));
  }

  private static Map<String, String> indexes(Connection connection) throws SQLException {
    Map<String, String> tables = new HashMap<>();
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select indexname, tablename from pg_indexes")) {
      while (row.next()) {
        tables.put(row.getString(1), row.getString(2));
      }
    }
    return tables;
  }

  private static List<String> lines(Connection connection, String explain, String column) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(explain)) {
      while (row.next()) {
        lines.add(row.getString(column));
      }
    }
    return lines;
  }

  private static Access access(String table, String index, String conditions, Pattern condition) {
    Set<String> equal = new HashSet<>();
    Set<String> bounded = new HashSet<>();
    Matcher each = condition.matcher(conditions);
    while (each.find()) {
      if (each.group(2).equals("=") || each.group(2).equals("IS NULL")) {
        equal.add(each.group(1));
      } else if (!each.group(2).equals("IS NOT NULL")) {
        bounded.add(each.group(1));
      }
    }
    return new Access(table, index, equal, bounded);
  }

  /// See https://sqlite.org/eqp.html. An automatic index is made of the whole table for this one statement. A search
  /// without a condition takes the first or the last entry of an index.
  record OfSqlite(Connection connection) implements QueryPlans {
    private static final Pattern STEP = Pattern.compile(
        "(SCAN|SEARCH) (?!CONSTANT)(\\w+)(?: EXISTS)?(?: USING (AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?INDEX"
            + "(?: (\\w+))?)?(?: \\((.*)\\))?(?: LEFT-JOIN)?");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)(=|>|<)");

    @Override
    public List<Access> of(String sql) throws SQLException {
      List<Access> plan = new ArrayList<>();
      for (String line : lines(connection, "explain query plan " + sql, "detail")) {
        Matcher step = STEP.matcher(line);
        if (step.matches() && (step.group(1).equals("SCAN") || step.group(5) != null)) {
          boolean automatic = step.group(3) != null;
          plan.add(access(step.group(2), automatic || step.group(4) == null ? "" : step.group(4),
              automatic || step.group(5) == null ? "" : step.group(5).replace("<expr>", "expression"), CONDITION));
        } else if (!step.matches() && line.matches("(SCAN|SEARCH) [a-z].*")) {
          throw new IllegalStateException("a plan that can't be read: " + line);
        }
      }
      return plan;
    }
  }

  /// See the manual, "Using EXPLAIN". A bitmap is of one table, though its line names only the index.
  record OfPostgres(Connection connection, Map<String, String> indexes) implements QueryPlans {
    private static final Pattern STEP = Pattern.compile(
        ".*?(?:(Seq) Scan|Index(?: Only)? Scan(?: Backward)? using (\\w+)|Bitmap Index Scan) on (\\w+).*");
    private static final Pattern COND = Pattern.compile("\\s*Index Cond: (.*)");
    private static final Pattern CONDITION = Pattern.compile(
        "\\((\\w+)\\)?(?:::[a-z ]+)? (=|>=|<=|>|<|IS NULL|IS NOT NULL)");

    @Override
    public List<Access> of(String sql) throws SQLException {
      List<Access> plan = new ArrayList<>();
      List<String> lines = lines(connection, "explain (costs off) " + sql, "QUERY PLAN");
      for (int i = 0; i < lines.size(); i++) {
        Matcher step = STEP.matcher(lines.get(i));
        if (step.matches()) {
          Matcher cond = COND.matcher(i + 1 < lines.size() ? lines.get(i + 1) : "");
          String index = step.group(1) != null ? "" : step.group(2) == null ? step.group(3) : step.group(2);
          plan.add(access(indexes.getOrDefault(index, step.group(3)), index, cond.matches() ? cond.group(1) : "",
              CONDITION));
        }
      }
      return plan;
    }
  }
}
