package otklik.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// How a database would find the rows of a statement, without executing it.
sealed interface QueryPlans permits SqlitePlans, PostgresPlans {
  List<Access> of(String sql) throws SQLException;

  static QueryPlans on(Connection connection, TestDatabases databases) throws SQLException {
    return switch (databases) {
      case SQLITE -> new SqlitePlans(connection);
      case POSTGRES -> PostgresPlans.on(connection);
    };
  }

  static List<String> lines(Connection connection, String explain, String column) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(explain)) {
      while (row.next()) {
        lines.add(row.getString(column));
      }
    }
    return lines;
  }
}
