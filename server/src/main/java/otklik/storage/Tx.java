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

/// A logical transaction's view of the database. Lives only while its [Work] runs.
///
/// Statements that are deferred are not visible to reads before [#flush]: the repository that defers changes of a
/// table also flushes before it reads that table.
public final class Tx {
  private final Connection connection;
  private final DSLContext sql;
  private final Deferred deferred;
  private final Prepared prepared;
  private final List<Runnable> afterCommit = new ArrayList<>(4);
  private final List<Runnable> inDoubt = new ArrayList<>(4);

  Tx(Connection connection, DSLContext sql, Deferred deferred, Prepared prepared) {
    this.connection = connection;
    this.sql = sql;
    this.deferred = deferred;
    this.prepared = prepared;
  }

  public DSLContext sql() {
    return sql;
  }

  /// Binds may be Long, Integer, String, Boolean, Double or null.
  public void defer(Statement statement, @Nullable Object... binds) throws SQLException {
    deferred.add(connection, statement, binds);
  }

  /// Sends what was deferred by this and by the logical transactions before it.
  public void flush() throws SQLException {
    deferred.flush();
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

  /// Runs when everything is durable, on the committing thread: must be quick and must not throw.
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /// Runs, likewise, when the connection was lost over the commit: then nobody knows whether anything was kept. The
  /// work's future fails with [Unavailable]; this is for those who must look what is there before they go on.
  public void ifInDoubt(Runnable action) {
    inDoubt.add(action);
  }

  List<Runnable> actionsInDoubt() {
    return inDoubt;
  }

  List<Runnable> actionsAfterCommit() {
    return afterCommit;
  }

  /// Reads one row.
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
