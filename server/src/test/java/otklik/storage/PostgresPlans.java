package otklik.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// See the manual, "Using EXPLAIN". A bitmap is of one table, though its line names only the index. All conditions on
/// an index's columns are shown, but it is entered by its first columns only; by the others each entry is looked at.
record PostgresPlans(Connection connection, Map<String, Index> indexes) implements QueryPlans {
  private static final Pattern STEP = Pattern.compile(
      ".*?(?:(Seq) Scan|Index(?: Only)? Scan(?: Backward)? using (\\w+)|Bitmap Index Scan) on (\\w+).*");
  private static final Pattern CONDITIONS = Pattern.compile("\\s*Index Cond: (.*)");
  /// What a full-text index is asked for.
  private static final Pattern WORDS = Pattern.compile(" @@ ");
  private static final Pattern CONDITION = Pattern.compile(
      "\\((\\w+)\\)?(?:::[a-z ]+)? (=|>=|<=|>|<|IS NULL|IS NOT NULL)");
  private static final String INDEXES = """
      select index.relname, owner.relname, pg_get_indexdef(index.oid, number, true)
      from pg_index join pg_class index on index.oid = indexrelid join pg_class owner on owner.oid = indrelid,
        generate_series(1, indnkeyatts) number
      where owner.relnamespace = 'public'::regnamespace
      order by index.relname, number
      """;
  /// An index may hold `lower(name)` or `chat::text`.
  private static final Pattern COLUMN = Pattern.compile("(?:\\w+\\()?\\(*(\\w+).*");

  record Index(String table, List<String> columns) {}

  /// With so few rows it may still pay to read all of a channel's for a join; with a hundred times as many it doesn't.
  static PostgresPlans on(Connection connection) throws SQLException {
    Map<String, Index> indexes = new HashMap<>();
    try (var statement = connection.createStatement()) {
      statement.execute("set enable_hashjoin = off");
      statement.execute("set enable_mergejoin = off");
      ResultSet row = statement.executeQuery(INDEXES);
      while (row.next()) {
        String table = row.getString(2);
        indexes.computeIfAbsent(row.getString(1), _ -> new Index(table, new ArrayList<>())).columns()
            .add(COLUMN.matcher(row.getString(3)).replaceFirst("$1"));
      }
    }
    return new PostgresPlans(connection, indexes);
  }

  @Override
  public List<Access> of(String sql) throws SQLException {
    List<Access> plan = new ArrayList<>();
    List<String> lines = QueryPlans.lines(connection, "explain (costs off) " + sql, "QUERY PLAN");
    for (int i = 0; i < lines.size(); i++) {
      Matcher step = STEP.matcher(lines.get(i));
      if (step.matches()) {
        Matcher conditions = CONDITIONS.matcher(i + 1 < lines.size() ? lines.get(i + 1) : "");
        String index = step.group(2) == null ? step.group(3) : step.group(2);
        plan.add(step.group(1) != null || !indexes.containsKey(index)
            ? new Access(step.group(3), "", Set.of(), Set.of())
            : access(index, conditions.matches() ? conditions.group(1) : ""));
      }
    }
    return plan;
  }

  private Access access(String name, String conditions) {
    Index index = indexes.get(name);
    if (WORDS.matcher(conditions).find()) {
      return new Access(index.table(), name, Set.of("words"), Set.of());
    }
    Set<String> equal = new HashSet<>();
    Set<String> bounded = new HashSet<>();
    Matcher condition = CONDITION.matcher(conditions);
    while (condition.find()) {
      if (condition.group(2).equals("=") || condition.group(2).equals("IS NULL")) {
        equal.add(condition.group(1));
      } else if (!condition.group(2).equals("IS NOT NULL")) {
        bounded.add(condition.group(1));
      }
    }
    Set<String> entered = new LinkedHashSet<>();
    for (String column : index.columns()) {
      if (!equal.contains(column)) {
        bounded.retainAll(Set.of(column));
        break;
      }
      entered.add(column);
    }
    return new Access(index.table(), name, entered, bounded);
  }
}
