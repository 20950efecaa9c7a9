package otklik.storage;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [Work] on its way through the writer.
final class Entry<T> {
  private static final Logger log = LoggerFactory.getLogger(Entry.class);

  private final Work<T> work;
  /// Whether it shares its commit with nobody.
  final boolean alone;
  final CompletableFuture<T> future = new CompletableFuture<>();
  private @Nullable Tx tx;
  private @Nullable T result;

  Entry(Work<T> work, boolean alone) {
    this.work = work;
    this.alone = alone;
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

  /// Whatever an action throws, those behind it run and the future is completed.
  private static void run(List<Runnable> actions) {
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (Throwable failure) {
        log.error("an action after a commit failed", failure);
      }
    }
  }
}
