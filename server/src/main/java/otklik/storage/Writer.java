package otklik.storage;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection that writes, and one thread that owns it. Logical transactions that wait at the same time run one
/// after another on it and share a commit. When one of them fails, the whole commit is undone and each runs again on
/// its own, so that a failing one takes nobody with it; also when it took too long, or the connection with it.
final class Writer implements AutoCloseable {
  /// More would only make the first one wait longer for its commit, see also [Session#isFull].
  private static final int MOST_IN_A_COMMIT = 256;
  /// So many in a row that meet an outage, each on its own: then it isn't theirs, and the others needn't try.
  private static final int OUTAGES_IN_A_ROW = 3;

  private static final Logger log = LoggerFactory.getLogger(Writer.class);
  private static final Entry<?> END = new Entry<>(tx -> null, true);

  private final Session session;
  private final BlockingQueue<Entry<?>> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger unfinished = new AtomicInteger();
  private final Thread thread;
  private long commits;
  /// Guarded by the queue: nothing is enqueued behind the end.
  private boolean closing;

  Writer(Address address, SqlListener listener, TimeLimit limit, InstantSource clock) {
    this.session = new Session(address, listener, limit, clock);
    this.thread = Thread.ofPlatform().name("writer").start(this::run);
  }

  /// @param alone whether it shares its commit with nobody: for what has failed before
  <T> CompletableFuture<T> enqueue(Work<T> work, boolean alone) {
    Entry<T> entry = new Entry<>(work, alone);
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
      guarded(batch);
      unfinished.addAndGet(-batch.size());
      batch.clear();
    }
    session.disconnect();
  }

  /// Whatever goes wrong, the thread goes on and nobody waits in vain.
  private void guarded(List<Entry<?>> batch) {
    try {
      commitEach(batch);
    } catch (Throwable failure) {
      RuntimeException reason = new IllegalStateException("a fault of the writer", failure);
      batch.forEach(entry -> entry.future.completeExceptionally(reason));
      session.disconnect();
      log.error("a fault of the writer, it goes on", failure);
    }
  }

  private void commitEach(List<Entry<?>> batch) {
    List<Entry<?>> together = new ArrayList<>(batch.size());
    for (Entry<?> entry : batch) {
      if (entry.alone) {
        commit(together);
        together.clear();
        commit(List.of(entry));
      } else {
        together.add(entry);
      }
    }
    commit(together);
  }

  private void commit(List<Entry<?>> batch) {
    List<Entry<?>> left = batch;
    while (!left.isEmpty()) {
      Attempt attempt = attempt(left);
      List<Entry<?>> begun = left.subList(0, attempt.begun);
      left = left.subList(attempt.begun, left.size());
      Failure failure = attempt.failure;
      if (failure == null) {
        begun.forEach(Entry::complete);
      } else if (begun.size() > 1 && failure.mayBeOfOneAlone()) {
        commitOneByOne(begun);
      } else {
        begun.forEach(entry -> entry.fail(failure.reason, failure.when == Moment.COMMITTING));
      }
    }
  }

  private void commitOneByOne(List<Entry<?>> batch) {
    int outages = 0;
    for (int next = 0; next < batch.size(); next++) {
      Entry<?> entry = batch.get(next);
      Failure failure = attempt(List.of(entry)).failure;
      if (failure == null) {
        outages = 0;
        entry.complete();
        continue;
      }
      entry.fail(failure.reason, failure.when == Moment.COMMITTING);
      outages = failure.reason instanceof Unavailable ? outages + 1 : 0;
      if (failure.when == Moment.BEGINNING || outages == OUTAGES_IN_A_ROW) {
        batch.subList(next + 1, batch.size()).forEach(other -> other.fail(failure.reason, false));
        return;
      }
    }
  }

  private enum Moment {
    /// None of the works can have anything to do with it.
    BEGINNING,
    WORKING,
    /// Whether anything was kept may be unknown.
    COMMITTING
  }

  private record Failure(RuntimeException reason, Moment when) {
    boolean mayBeOfOneAlone() {
      return switch (when) {
        case BEGINNING -> false;
        case WORKING -> true;
        case COMMITTING -> !(reason instanceof Unavailable);
      };
    }
  }

  /// @param begun   how many of a batch took part; all when it failed before any did
  /// @param failure null when they were committed
  private record Attempt(int begun, @Nullable Failure failure) {}

  /// As many as are worth it.
  private Attempt attempt(List<Entry<?>> batch) {
    Moment moment = Moment.BEGINNING;
    int begun = 0;
    try {
      session.begin();
      moment = Moment.WORKING;
      do {
        begun++;
        session.run(batch.get(begun - 1));
      } while (begun < batch.size() && !session.isFull());
      session.flush();
      moment = Moment.COMMITTING;
      session.commit();
      commits++;
      return new Attempt(begun, null);
    } catch (Throwable failure) {
      session.rollback();
      return new Attempt(moment == Moment.BEGINNING ? batch.size() : begun,
          new Failure(SqlFailures.reason(failure, commits), moment));
    }
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
}
