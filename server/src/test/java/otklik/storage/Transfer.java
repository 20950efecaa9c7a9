package otklik.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.flywaydb.core.Flyway;

/// Brings what an earlier version wrote into a SQLite file into a PostgreSQL database, as if that version had written
/// it there: with the tables of its time, and row by row. Both keep the same values.
public final class Transfer {
  private static final String SCHEMA = "public";
  /// Flyway's own.
  private static final String HISTORY = "flyway_schema_history";

  private Transfer() {}

  public static void of(Path file, Address to) {
    try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Flyway.configure().configuration(Database.migrations(to).getConfiguration()).target(version(from)).load()
          .migrate();
      try (Connection target = DriverManager.getConnection(to.url(), to.properties())) {
        target.setAutoCommit(false);
        for (String table : tables(target)) {
          copy(from, target, table);
        }
        target.commit();
      }
    } catch (SQLException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static String version(Connection from) throws SQLException {
    try (Statement statement = from.createStatement();
        ResultSet newest = statement.executeQuery("select max(cast(version as integer)) from " + HISTORY)) {
      newest.next();
      return newest.getString(1);
    }
  }

  /// Those first that others refer to.
  private static List<String> tables(Connection target) throws SQLException {
    List<String> all = new ArrayList<>();
    DatabaseMetaData data = target.getMetaData();
    try (ResultSet found = data.getTables(null, SCHEMA, "%", new String[] {"TABLE"})) {
      while (found.next()) {
        all.add(found.getString("TABLE_NAME"));
      }
    }
    all.remove(HISTORY);
    List<String> sorted = new ArrayList<>();
    while (!all.isEmpty()) {
      int before = all.size();
      for (String table : List.copyOf(all)) {
        if (Collections.disjoint(all, referred(data, table))) {
          all.remove(table);
          sorted.add(table);
        }
      }
      if (all.size() == before) {
        throw new AssertionError("refer to each other: " + all);
      }
    }
    return sorted;
  }

  private static List<String> referred(DatabaseMetaData data, String table) throws SQLException {
    List<String> all = new ArrayList<>();
    try (ResultSet keys = data.getImportedKeys(null, SCHEMA, table)) {
      while (keys.next()) {
        all.add(keys.getString("PKTABLE_NAME"));
      }
    }
    return all;
  }

  private static void copy(Connection from, Connection target, String table) throws SQLException {
    List<String> names = new ArrayList<>();
    List<Integer> types = new ArrayList<>();
    try (ResultSet columns = target.getMetaData().getColumns(null, SCHEMA, table, "%")) {
      while (columns.next()) {
        names.add(columns.getString("COLUMN_NAME"));
        types.add(columns.getInt("DATA_TYPE"));
      }
    }
    StringJoiner marks = new StringJoiner(", ", "(", ")");
    names.forEach(name -> marks.add("?"));
    String columns = String.join(", ", names);
    try (Statement emptying = target.createStatement(); Statement reading = from.createStatement();
        PreparedStatement adding =
            target.prepareStatement("insert into " + table + " (" + columns + ") values " + marks)) {
      emptying.executeUpdate("delete from " + table);
      try (ResultSet rows = reading.executeQuery("select " + columns + " from " + table)) {
        while (rows.next()) {
          for (int column = 1; column <= names.size(); column++) {
            Object value = rows.getObject(column);
            int type = types.get(column - 1);
            adding.setObject(column, type == Types.BIT && value != null ? rows.getInt(column) != 0 : value, type);
          }
          adding.addBatch();
        }
      }
      adding.executeBatch();
    }
  }
}
