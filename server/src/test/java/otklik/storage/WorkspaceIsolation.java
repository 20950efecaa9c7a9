package otklik.storage;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Query;
import org.jooq.Table;
import otklik.storage.schema.DefaultSchema;

/// Fails on every statement about rows of a workspace that doesn't say of which one. Reads SQL as this program writes
/// it: each table that a workspace owns must be held to a workspace_id, on its own or through a join.
public final class WorkspaceIsolation {
  public static final SqlListener WATCH = new SqlListener() {
    @Override
    public void executed(String sql) {
      check(sql);
      SeenStatements.note(sql);
    }

    @Override
    public void executed(String sql, Query query) {
      check(sql);
      SeenStatements.note(sql, query);
    }
  };

  private static final Set<String> OWNED = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
      .filter(table -> table.field("workspace_id") != null)
      .map(Table::getName)
      .collect(Collectors.toUnmodifiableSet());
  private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|update|into)\\s+(\\w+)(?:\\s+(?:as\\s+)?(\\w+))?");
  private static final Pattern COLUMNS = Pattern.compile("insert into \\w+ \\(([^)]*)\\)");
  private static final Pattern HELD = Pattern.compile(" (?:where|and|on)[ (]+(?:\\w+\\.)?workspace_id (?:= (?:\\?|cast)|in \\()");
  private static final Set<String> NO_ALIAS =
      Set.of("where", "set", "join", "left", "on", "order", "group", "limit", "returning", "values", "fetch", "cross");
  private static final Set<String> fine = ConcurrentHashMap.newKeySet();
  private static final Collection<String> violations = new ConcurrentLinkedQueue<>();

  private WorkspaceIsolation() {}

  static Set<String> ownedTables() {
    return OWNED;
  }

  /// What was stopped so far in this process; whoever swallows exceptions may ask.
  public static List<String> violations() {
    return List.copyOf(violations);
  }

  private static void check(String statement) {
    if (!fine.contains(statement)) {
      if (!namesItsWorkspace(statement)) {
        violations.add(statement);
        throw new AssertionError("whose rows are these? " + statement);
      }
      fine.add(statement);
    }
  }

  static boolean namesItsWorkspace(String statement) {
    String sql = statement.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    if (AcrossWorkspaces.allows(sql)) {
      return true;
    }
    List<MatchResult> owned = TABLE.matcher(sql).results().filter(table -> OWNED.contains(table.group(1))).toList();
    return switch (owned.size()) {
      case 0 -> true;
      case 1 -> sql.startsWith("insert") ? isInserted(sql) : HELD.matcher(sql).find();
      default -> HELD.matcher(sql).find() && owned.stream().allMatch(table -> isJoined(sql, table));
    };
  }

  private static boolean isInserted(String sql) {
    Matcher columns = COLUMNS.matcher(sql);
    return columns.find() && List.of(columns.group(1).split("[ ,]+")).contains("workspace_id");
  }

  private static boolean isJoined(String sql, MatchResult table) {
    boolean named = table.group(2) != null && !NO_ALIAS.contains(table.group(2));
    String column = table.group(named ? 2 : 1) + ".workspace_id";
    return sql.contains(column + " = ") || sql.contains(" = " + column);
  }
}
