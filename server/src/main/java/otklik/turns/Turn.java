package otklik.turns;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The unit of work: what a piece of work about one channel needs; everything it reads and writes is durable together or not at all. Lives
/// only while its transaction runs.
public final class Turn extends ReadTurn {
  private final Tx tx;

  private Turn(Tx tx, Channel channel) {
    super(tx, channel);
    this.tx = tx;
  }

  public static Turn of(Tx tx, Channel channel) {
    return new Turn(tx, channel);
  }

  @Override
  public Turn on(Channel other) {
    return new Turn(tx, other);
  }

  @Override
  public Tx tx() {
    return tx;
  }

  /// See [Tx#defer].
  public void defer(Statement statement, @Nullable Object... binds) throws SQLException {
    tx.defer(statement, binds);
  }

  /// See [Tx#execute].
  public int execute(Statement statement, @Nullable Object... binds) {
    return tx.execute(statement, binds);
  }

  /// See [Tx#afterCommit].
  public void afterCommit(Runnable action) {
    tx.afterCommit(action);
  }

  /// See [Tx#ifInDoubt].
  public void ifInDoubt(Runnable action) {
    tx.ifInDoubt(action);
  }
}
