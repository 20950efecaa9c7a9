package playground;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// What time it is in a world, and how it passes: dates, limits, the age of callback queries, and how long faults last
/// and answers are held back. Whoever plays the time lets hours pass in no time.
public interface WorldTime extends InstantSource {
  /// Runs something quick once that much time has passed.
  void after(Duration delay, Runnable action);

  /// Called again and again while somebody waits for the world to change: time may pass for that.
  ///
  /// @return whether it did
  default boolean passesWhileWaiting() {
    return false;
  }

  /// The machine's own.
  static WorldTime real() {
    var scheduler = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("world time").factory());
    return new WorldTime() {
      @Override
      public Instant instant() {
        return Instant.now();
      }

      @Override
      public void after(Duration delay, Runnable action) {
        scheduler.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
