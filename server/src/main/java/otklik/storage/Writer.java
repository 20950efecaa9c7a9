package otklik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
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
  private final AtomicInteger unfinished = new AtomicInteger();
  private final Thread thread;
  private final Prepared prepared;
  private final Deferred deferred;
  private @Nullable Connection connection;
  private @Nullable DSLContext sql;
  /// Guarded by the queue: nothing is enqueued behind the end.
  private boolean closing;

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
    synchronized (queue) {
      if (!closing) {
        unfinished.incrementAndGet();
        queue.add(entry);
        return entry.future;
      }
    }
    entry.fail(new Unavailable(new IllegalStateException("closed")), false);
    return entry.future;
  }

  /// How many logical transactions wait or are being committed.
  int unfinished() {
    return unfinished.get();
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
        unfinished.addAndGet(-batch.size());
      }
      batch.clear();
    }
    disconnect();
  }

  private void commit(List<Entry<?>> batch) {
    boolean committing = false;
    try {
      begin();
      for (Entry<?> entry : batch) {
        entry.run(new Tx(connection, sql, deferred, prepared));
      }
      deferred.flush();
      committing = true;
      end();
    } catch (Throwable failure) {
      rollback();
      if (batch.size() > 1 && !unreachable(failure)) {
        batch.forEach(entry -> commit(List.of(entry)));
      } else {
        RuntimeException reason = Faults.reason(failure);
        boolean inDoubt = committing;
        batch.forEach(entry -> entry.fail(reason, inDoubt));
      }
      return;
    }
    batch.forEach(Entry::complete);
  }

  private void begin() throws SQLException {
    if (connection == null) {
      connection = source.getConnection();
      sql = DSL.using(Queries.on(address.dialect(), watch).set(connection));
    }
    connection.setAutoCommit(false);
  }

  /// Commits. On SQLite `commit()` would begin the next transaction at once, and its lock would keep every other
  /// program from writing until there is something to write here.
  private void end() throws SQLException {
    connection.setAutoCommit(true);
  }

  private void rollback() {
    if (connection == null) {
      return;
    }
    try {
      deferred.drop();
      connection.rollback();
      end();
      if (!connection.isValid(1)) {
        disconnect();
      }
    } catch (SQLException e) {
      disconnect();
    }
  }

  private void disconnect() {
    prepared.clear();
    deferred.clear();
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
    return connection == null || Faults.reason(failure) instanceof Unavailable;
  }

  @Override
  public void close() {
    synchronized (queue) {
      closing = true;
      queue.add(END);
    }
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
      run(tx.actionsAfterCommit());
      future.complete(result);
    }

    void fail(RuntimeException reason, boolean inDoubt) {
      if (inDoubt) {
        run(tx.actionsInDoubt());
      }
      future.completeExceptionally(reason);
    }

    private static void run(List<Runnable> actions) {
      for (Runnable action : actions) {
        try {
          action.run();
        } catch (RuntimeException e) {
          log.error("an action after a commit failed", e);
        }
      }
    }
  }
}
