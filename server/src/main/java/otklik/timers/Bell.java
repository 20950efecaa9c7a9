package otklik.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sleeps until the next timer, and wakes when an earlier one is set.
@Component
final class Bell {
  /// The wall's clock may be moved, so no sleep is longer than this.
  private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition earlier = lock.newCondition();
  private @Nullable Instant next;

  Bell(InstantSource clock) {
    this.clock = clock;
  }

  void set(Instant dueAt) {
    lock.lock();
    try {
      if (next == null || dueAt.isBefore(next)) {
        next = dueAt;
        earlier.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  void sleepUntil(@Nullable Instant dueAt) throws InterruptedException {
    lock.lock();
    try {
      if (next == null || (dueAt != null && dueAt.isBefore(next))) {
        next = dueAt;
      }
      Duration sleep = next == null ? LONGEST_SLEEP : Duration.between(clock.instant(), next);
      if (sleep.compareTo(LONGEST_SLEEP) > 0) {
        sleep = LONGEST_SLEEP;
      }
      if (sleep.isPositive()) {
        earlier.awaitNanos(sleep.toNanos());
      }
      next = null;
    } finally {
      lock.unlock();
    }
  }
}
