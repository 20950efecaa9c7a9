package otklik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A logical transaction's view of the database. Lives only while its [Work] runs.
///
/// Statements that are deferred are not visible to reads before [#flush]: the repository that defers changes of a
/// table also flushes before it reads that table.
public final class Tx extends ReadTx {
  private final Connection connection;
  private final Deferred deferred;
  private final List<Runnable> afterCommit = new ArrayList<>(4);
  private final List<Runnable> inDoubt = new ArrayList<>(4);

  Tx(Connection connection, DSLContext sql, Deferred deferred, Prepared prepared, Instant now) {
    super(connection, sql, prepared, now);
    this.connection = connection;
    this.deferred = deferred;
  }

  /// Binds may be Long, Integer, String, Boolean, Double or null.
  public void defer(Statement statement, @Nullable Object... binds) throws SQLException {
    deferred.add(connection, statement, binds);
  }

  /// Changes rows at once, after what was deferred; returns how many.
  public int execute(Statement statement, @Nullable Object... binds) {
    try {
      flush();
      return bound(statement, binds).executeUpdate();
    } catch (SQLException e) {
      throw failed(statement, e);
    }
  }

  /// Sends what was deferred by this and by the logical transactions before it.
  @Override
  public void flush() throws SQLException {
    deferred.flush();
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
}
