package otklik.kernel;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work beside the caller, on virtual threads. Nothing that matters may live only here: what is lost when the program
/// dies must be found again on disk. So whatever is left here once it is closed is silently not done.
public final class Background implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Background.class);
  /// Longer takes only what waits for a network or a database that doesn't answer.
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger running = new AtomicInteger();
  private final TimeSource time;
  private final Duration longestDrain;

  public Background(TimeSource time) {
    this(time, LONGEST_DRAIN);
  }

  Background(TimeSource time, Duration longestDrain) {
    this.time = time;
    this.longestDrain = longestDrain;
  }

  /// How many tasks are under way. What only waits for its time isn't.
  public int running() {
    return running.get();
  }

  public void run(Runnable action) {
    running.incrementAndGet();
    try {
      threads.execute(() -> {
        try {
          guarded(action);
        } finally {
          running.decrementAndGet();
        }
      });
    } catch (RejectedExecutionException _) {
      running.decrementAndGet(); // closed
    }
  }

  /// Measured by the monotonic clock, not by the wall's.
  public void after(Duration delay, Runnable action) {
    time.after(delay, () -> run(action));
  }

  /// Each run begins so long after the one before has ended.
  public void every(Duration pause, Runnable action) {
    after(pause, () -> {
      try {
        guarded(action);
      } finally {
        every(pause, action);
      }
    });
  }

  private static void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      log.error("background work failed", e);
    }
  }

  /// Begins nothing new; returns when what was begun has ended. What takes too long is interrupted, and left alone if
  /// even that doesn't end it.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(longestDrain.toNanos(), TimeUnit.NANOSECONDS)) {
        threads.shutdownNow();
        if (!threads.awaitTermination(LONGEST_END.toNanos(), TimeUnit.NANOSECONDS)) {
          log.warn("some background work could not be ended and is left alone");
        }
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
