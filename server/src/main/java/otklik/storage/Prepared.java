package otklik.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The prepared statements of one connection. Their number is the number of [Statement] constants in the code.
final class Prepared {
  private final Map<Statement, PreparedStatement> statements = new HashMap<>();
  private final SqlListener listener;

  Prepared(SqlListener listener) {
    this.listener = listener;
  }

  PreparedStatement get(Connection connection, Statement statement) throws SQLException {
    PreparedStatement known = statements.get(statement);
    if (known == null) {
      listener.executed(statement.sql());
      known = connection.prepareStatement(statement.sql());
      statements.put(statement, known);
    }
    return known;
  }

  void clear() {
    statements.clear();
  }
}
