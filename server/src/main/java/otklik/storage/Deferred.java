package otklik.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Statements of one commit that wait to be sent together, in the order in which they were first used.
final class Deferred {
  private final Prepared prepared;
  private final Map<Statement, Integer> waiting = new LinkedHashMap<>();
  private @Nullable Connection connection;

  Deferred(Prepared prepared) {
    this.prepared = prepared;
  }

  void add(Connection connection, Statement statement, @Nullable Object[] binds) throws SQLException {
    this.connection = connection;
    PreparedStatement batch = prepared.get(connection, statement);
    bind(batch, binds);
    batch.addBatch();
    waiting.merge(statement, 1, Integer::sum);
  }

  void flush() throws SQLException {
    if (connection == null || waiting.isEmpty()) {
      return;
    }
    for (Statement statement : waiting.keySet()) {
      int[] changed = prepared.get(connection, statement).executeBatch();
      if (statement.oneRow()) {
        for (int rows : changed) {
          if (rows == 0) {
            throw new StaleRow(statement);
          }
        }
      }
    }
    waiting.clear();
  }

  /// Forgets what waits, after a rollback.
  void drop() throws SQLException {
    if (connection != null) {
      for (Statement statement : waiting.keySet()) {
        prepared.get(connection, statement).clearBatch();
      }
    }
    waiting.clear();
  }

  /// Forgets the connection too, and what its statements had gathered.
  void clear() {
    waiting.clear();
    connection = null;
  }

  static void bind(PreparedStatement statement, @Nullable Object[] binds) throws SQLException {
    for (int i = 0; i < binds.length; i++) {
      switch (binds[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case String text -> statement.setString(i + 1, text);
        case Boolean flag -> statement.setBoolean(i + 1, flag);
        case Double number -> statement.setDouble(i + 1, number);
        default -> throw new IllegalArgumentException("can't bind " + binds[i].getClass());
      }
    }
  }
}
