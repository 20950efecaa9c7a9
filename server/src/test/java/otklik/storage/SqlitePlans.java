package otklik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// See https://sqlite.org/eqp.html. An automatic index is made of the whole table for this one statement. A search
/// without a condition takes the first or the last entry of an index. A condition is shown only where the index is
/// entered by it, or by it and each value of the columns before it, which are shown as ANY.
record SqlitePlans(Connection connection) implements QueryPlans {
  private static final Pattern STEP = Pattern.compile(
      "(SCAN|SEARCH) (?!CONSTANT)(\\w+)(?: EXISTS)?(?: USING (AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?INDEX"
          + "(?: (\\w+))?| USING INTEGER PRIMARY KEY)?(?: \\((.*)\\))?(?: LEFT-JOIN)?");
  /// A full-text index that is asked for words (M). See fts5BestIndexMethod in SQLite's fts5_main.c.
  private static final Pattern FULL_TEXT = Pattern.compile("SCAN (\\w+) VIRTUAL TABLE INDEX \\d+:M.*");
  /// A query within the query: its rows were found by the steps below this line.
  private static final Pattern INNER = Pattern.compile("(?:CO-ROUTINE|MATERIALIZE) (\\w+)");
  private static final Pattern OTHER_STEP = Pattern.compile("(SCAN|SEARCH) [a-z].*");
  private static final Pattern CONDITION = Pattern.compile("(\\w+)(=|>|<)");

  @Override
  public List<Access> of(String sql) throws SQLException {
    List<Access> plan = new ArrayList<>();
    Set<String> inner = new HashSet<>();
    for (String line : QueryPlans.lines(connection, "explain query plan " + sql, "detail")) {
      Matcher step = STEP.matcher(line);
      Matcher fullText = FULL_TEXT.matcher(line);
      Matcher begins = INNER.matcher(line);
      if (begins.matches()) {
        inner.add(begins.group(1));
      } else if (fullText.matches()) {
        plan.add(new Access(fullText.group(1), "words", Set.of("words"), Set.of()));
      } else if (step.matches()) {
        if (!inner.contains(step.group(2)) && (step.group(1).equals("SCAN") || step.group(5) != null)) {
          plan.add(access(step));
        }
      } else if (OTHER_STEP.matcher(line).matches()) {
        throw new IllegalStateException("a plan that can't be read: " + line);
      }
    }
    return plan;
  }

  private static Access access(Matcher step) {
    boolean automatic = step.group(3) != null;
    Set<String> equal = new HashSet<>();
    Set<String> bounded = new HashSet<>();
    if (!automatic && step.group(5) != null) {
      Matcher condition = CONDITION.matcher(step.group(5).replaceFirst("ANY\\(.*", "").replace("<expr>", "expression"));
      while (condition.find()) {
        (condition.group(2).equals("=") ? equal : bounded).add(condition.group(1));
      }
    }
    return new Access(step.group(2), automatic || step.group(4) == null ? "" : step.group(4), equal, bounded);
  }
}
