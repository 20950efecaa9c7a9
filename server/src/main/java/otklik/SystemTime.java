package otklik;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import otklik.kernel.TimeSource;

/// The machine's own time.
public final class SystemTime implements TimeSource {
  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("time").factory());

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void after(Duration delay, Runnable action) {
    scheduler.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
  }
}
