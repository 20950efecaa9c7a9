package otklik.kernel;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work beside the caller, on virtual threads. Nothing that matters may live only here: what is lost when the program
/// dies must be found again on disk.
public final class Background implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Background.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clockwork").factory());

  public void run(Runnable action) {
    threads.execute(() -> guarded(action));
  }

  /// Measured by the machine's monotonic clock, not by the wall's.
  public void after(Duration delay, Runnable action) {
    clockwork.schedule(() -> run(action), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Each run begins so long after the one before has ended.
  public void every(Duration pause, Runnable action) {
    clockwork.schedule(() -> run(() -> {
      try {
        guarded(action);
      } finally {
        if (!clockwork.isShutdown()) {
          every(pause, action);
        }
      }
    }), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      log.error("background work failed", e);
    }
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
    threads.shutdown();
  }
}
