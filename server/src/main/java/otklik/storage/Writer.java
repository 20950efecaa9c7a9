package otklik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection that writes, and one thread that owns it. Logical transactions that wait at the same time run one
/// after another on it and share a commit. When one of them fails, the whole commit is undone and each runs again on
/// its own, so that a failing one takes nobody with it.
final class Writer implements AutoCloseable {
  /// More would only make the first one wait longer for its commit.
  private static final int MOST_IN_A_COMMIT = 256;

  private static final Logger log = LoggerFactory.getLogger(Writer.class);
  private static final Entry<?> END = new Entry<>(tx -> null);

  private final OneByOne source;
  private final Watch watch;
  private final Address address;
  private final BlockingQueue<Entry<?>> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final Prepared prepared;
  private final Deferred deferred;
  private @Nullable Connection connection;
  private @Nullable DSLContext sql;
  private volatile boolean closing;

  Writer(Address address, Watch watch) {
    this.address = address;
    this.watch = watch;
    this.source = new OneByOne(address);
    this.prepared = new Prepared(watch);
    this.deferred = new Deferred(prepared);
    this.thread = Thread.ofPlatform().name("writer").start(this::run);
  }

  <T> CompletableFuture<T> enqueue(Work<T> work) {
    Entry<T> entry = new Entry<>(work);
    if (closing) {
      entry.future.completeExceptionally(new Unavailable(new IllegalStateException("closed")));
      return entry.future;
    }
    queue.add(entry);
    return entry.future;
  }

  private void run() {
    List<Entry<?>> batch = new ArrayList<>(MOST_IN_A_COMMIT);
    boolean last = false;
    while (!last) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        log.warn("the writer was interrupted and goes on");
        continue;
      }
      queue.drainTo(batch, MOST_IN_A_COMMIT - 1);
      last = batch.remove(END);
      if (!batch.isEmpty()) {
        commit(batch);
      }
      batch.clear();
    }
    disconnect();
  }

  private void commit(List<Entry<?>> batch) {
    try {
      begin();
      for (Entry<?> entry : batch) {
        entry.run(new Tx(connection, sql, deferred, prepared));
      }
      deferred.flush();
      connection.setAutoCommit(true);
    } catch (Throwable failure) {
      rollback();
      if (batch.size() > 1 && !unreachable(failure)) {
        batch.forEach(entry -> commit(List.of(entry)));
      } else {
        RuntimeException reason = reason(failure);
        batch.forEach(entry -> entry.fail(reason));
      }
      return;
    }
    batch.forEach(Entry::complete);
  }

  /// The transaction ends with auto-commit, because the SQLite driver's commit() begins the next one at once and would
  /// hold the file's write lock for as long as nothing is written: no other program, not even our own commands, could
  /// ever write.
  private void begin() throws SQLException {
    if (connection == null) {
      connection = source.getConnection();
      sql = DSL.using(Queries.on(address.dialect(), watch).set(connection));
    }
    connection.setAutoCommit(false);
  }

  private void rollback() {
    if (connection == null) {
      return;
    }
    try {
      deferred.drop();
      connection.rollback();
      connection.setAutoCommit(true);
      if (!connection.isValid(1)) {
        disconnect();
      }
    } catch (SQLException e) {
      disconnect();
    }
  }

  private void disconnect() {
    prepared.clear();
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      log.debug("closing a broken connection: {}", e.getMessage());
    }
    connection = null;
  }

  /// Whether the database is at fault and not the work: then repeating each on its own would only take longer.
  private boolean unreachable(Throwable failure) {
    return connection == null || reason(failure) instanceof Unavailable;
  }

  private RuntimeException reason(Throwable failure) {
    Throwable cause = failure instanceof DataAccessException wrapped && wrapped.getCause() != null
        ? wrapped.getCause() : failure;
    if (cause instanceof SQLException fault && Faults.isOutage(fault)) {
      return new Unavailable(fault);
    }
    return failure instanceof RuntimeException plain ? plain : new IllegalStateException(failure);
  }

  @Override
  public void close() {
    closing = true;
    queue.add(END);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Entry<T> {
    private final Work<T> work;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable Tx tx;
    private @Nullable T result;

    Entry(Work<T> work) {
      this.work = work;
    }

    void run(Tx tx) throws Exception {
      this.tx = tx;
      result = work.run(tx);
    }

    void complete() {
      for (Runnable action : tx.actionsAfterCommit()) {
        try {
          action.run();
        } catch (RuntimeException e) {
          log.error("an action after a commit failed", e);
        }
      }
      future.complete(result);
    }

    void fail(RuntimeException reason) {
      future.completeExceptionally(reason);
    }
  }
}
