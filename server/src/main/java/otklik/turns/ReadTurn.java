package otklik.turns;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import otklik.kernel.WorkspaceId;
import otklik.storage.ReadTx;
import otklik.storage.Statement;
import otklik.workspaces.Channel;

/// What a reading about one channel needs. Lives only while its transaction runs.
public sealed class ReadTurn permits Turn {
  private final ReadTx tx;
  private final Channel channel;

  ReadTurn(ReadTx tx, Channel channel) {
    this.tx = tx;
    this.channel = channel;
  }

  public static ReadTurn of(ReadTx tx, Channel channel) {
    return new ReadTurn(tx, channel);
  }

  /// The same transaction's turn of another channel.
  public ReadTurn on(Channel other) {
    return new ReadTurn(tx, other);
  }

  /// For what is about no channel, or about many.
  public ReadTx tx() {
    return tx;
  }

  public final Channel channel() {
    return channel;
  }

  public final WorkspaceId workspace() {
    return channel.workspace();
  }

  /// When the work began, see [ReadTx#now].
  public final Instant now() {
    return tx.now();
  }

  /// In the channel's own language, as its people work in it.
  public final String text(String key, @Nullable Object... values) {
    return channel.text(key, values);
  }

  /// See [ReadTx#sql].
  public final DSLContext sql() {
    return tx.sql();
  }

  /// See [ReadTx#flush].
  public final void flush() throws SQLException {
    tx.flush();
  }

  /// See [ReadTx#first].
  public final <T> Optional<T> first(Statement query, ReadTx.Row<T> row, @Nullable Object... binds) {
    return tx.first(query, row, binds);
  }

  /// See [ReadTx#all].
  public final <T> List<T> all(Statement query, ReadTx.Row<T> row, @Nullable Object... binds) {
    return tx.all(query, row, binds);
  }
}
