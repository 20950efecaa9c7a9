package otklik.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A view of the rows that only reads: what a repository needs to answer a question, on the writing connection ([Tx]) or
/// on one of the readers ([Database#read(java.time.Duration, Reading)]). Lives only while its work runs.
public sealed class ReadTx permits Tx {
  private final Connection connection;
  private final DSLContext sql;
  private final Prepared prepared;

  ReadTx(Connection connection, DSLContext sql, Prepared prepared) {
    this.connection = connection;
    this.sql = sql;
    this.prepared = prepared;
  }

  public DSLContext sql() {
    return sql;
  }

  /// Lets reads see what was deferred before them; on a reader nothing ever is.
  public void flush() throws SQLException {
    // Nothing was deferred.
  }

  /// The first row of a hot-path query.
  public <T> Optional<T> first(Statement query, Row<T> row, @Nullable Object... binds) throws SQLException {
    PreparedStatement statement = prepared.get(connection, query);
    Deferred.bind(statement, binds);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    }
  }

  /// Every row of a hot-path query.
  public <T> List<T> all(Statement query, Row<T> row, @Nullable Object... binds) throws SQLException {
    PreparedStatement statement = prepared.get(connection, query);
    Deferred.bind(statement, binds);
    List<T> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(row.read(rows));
      }
    }
    return found;
  }

  /// Reads one row.
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
