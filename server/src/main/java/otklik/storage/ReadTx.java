package otklik.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// A view of the rows that only reads: what a repository needs to answer a question, on the writing connection ([Tx]) or
/// on one of the readers ([Database#read(java.time.Duration, Reading)]). Lives only while its work runs.
public sealed class ReadTx permits Tx {
  private final Connection connection;
  private final DSLContext sql;
  private final Prepared prepared;
  private final Instant now;

  ReadTx(Connection connection, DSLContext sql, Prepared prepared, Instant now) {
    this.connection = connection;
    this.sql = sql;
    this.prepared = prepared;
    this.now = now;
  }

  /// When it began: one moment for everything that it reads and writes.
  public final Instant now() {
    return now;
  }

  public DSLContext sql() {
    return sql;
  }

  /// Lets reads see what was deferred before them; on a reader nothing ever is.
  public void flush() throws SQLException {
    // Nothing was deferred.
  }

  /// The first row of a hot-path query. Fails like a query of [#sql].
  public <T> Optional<T> first(Statement query, Row<T> row, @Nullable Object... binds) {
    try {
      PreparedStatement statement = bound(query, binds);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed(query, e);
    }
  }

  /// Every row of a hot-path query, likewise.
  public <T> List<T> all(Statement query, Row<T> row, @Nullable Object... binds) {
    try {
      PreparedStatement statement = bound(query, binds);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(row.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw failed(query, e);
    }
  }

  final PreparedStatement bound(Statement statement, @Nullable Object... binds) throws SQLException {
    PreparedStatement bound = prepared.get(connection, statement);
    Deferred.bind(bound, binds);
    return bound;
  }

  static DataAccessException failed(Statement statement, SQLException failure) {
    return new DataAccessException("SQL [" + statement.sql().strip() + "]; " + failure.getMessage(), failure);
  }

  /// Reads one row.
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
