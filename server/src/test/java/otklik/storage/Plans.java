package otklik.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a database would carry out statements, whatever their values are.
public final class Plans implements AutoCloseable {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\?");

  private final Address address;
  private final Connection connection;
  private final Set<String> seen = Collections.synchronizedSet(new LinkedHashSet<>());

  public Plans(Address address) throws SQLException {
    this.address = address;
    this.connection = DriverManager.getConnection(address.url(), address.properties());
  }

  /// The same rows, through a door that notes what is asked of them.
  public Database watched() {
    return Database.open(address, sql -> {
      WorkspaceIsolation.WATCH.executed(sql);
      seen.add(sql);
    }, InstantSource.system());
  }

  /// What was noted of rows, each with its plan.
  public List<String> seen() {
    return seen.stream().filter(sql -> !sql.startsWith("insert") && !sql.startsWith("pragma") && !sql.contains("sqlite_"))
        .map(sql -> sql + "\n" + of(sql)).toList();
  }

  private String of(String sql) {
    try {
      return address instanceof Address.Sqlite ? lines("explain query plan " + sql, "detail") : onPostgres(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String onPostgres(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    String numbered = PLACEHOLDER.matcher(sql).replaceAll(found -> {
      values.add("null");
      return "\\$" + values.size();
    });
    execute("set plan_cache_mode = force_generic_plan");
    execute("prepare asked as " + numbered);
    try {
      return lines("explain execute asked" + (values.isEmpty() ? "" : "(" + String.join(", ", values) + ")"), "QUERY PLAN");
    } finally {
      execute("deallocate asked");
    }
  }

  public void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String lines(String sql, String column) throws SQLException {
    try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(column));
      }
      return lines.stream().collect(Collectors.joining("\n"));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
