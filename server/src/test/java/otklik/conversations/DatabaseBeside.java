package otklik.conversations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.storage.Address;

/// A stage's database, read and changed beside the program, as a support person would.
final class DatabaseBeside implements AutoCloseable {
  private final Address database;
  private @Nullable Connection reader;

  DatabaseBeside(Address database) {
    this.database = database;
  }

  /// The only one.
  String value(String sql) {
    return read(sql, rows -> {
      if (!rows.next()) {
        throw new AssertionError("no row for " + sql);
      }
      return String.valueOf(rows.getObject(1));
    });
  }

  /// Each row by the names of its columns; what is null is left out.
  List<Map<String, String>> rows(String sql) {
    return read(sql, rows -> {
      List<Map<String, String>> all = new ArrayList<>();
      while (rows.next()) {
        Map<String, String> row = new HashMap<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          String value = rows.getString(column);
          if (value != null) {
            row.put(rows.getMetaData().getColumnLabel(column), value);
          }
        }
        all.add(row);
      }
      return all;
    });
  }

  private interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  /// The connection is kept: a test that waits looks again every few milliseconds.
  private synchronized <T> T read(String sql, Reading<T> reading) {
    try {
      if (reader == null) {
        reader = DriverManager.getConnection(database.url(), database.properties());
      }
      try (Statement statement = reader.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
        return reading.of(rows);
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// Changes the database beside the program, for what can't be brought about otherwise.
  void change(String sql) {
    try (Connection connection = DriverManager.getConnection(database.url(), database.properties())) {
      connection.createStatement().executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// Holds what that statement locks until the connection is closed.
  Connection blocks(String sql) {
    try {
      Connection connection = DriverManager.getConnection(database.url(), database.properties());
      if (database instanceof Address.Postgres) {
        connection.setAutoCommit(false);
      }
      connection.createStatement().execute(sql);
      return connection;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() {
    try (Connection _ = reader) {
      reader = null;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
