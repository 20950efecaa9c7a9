package otklik.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.TimeSource;

/// Sleeps until the next timer, and wakes when an earlier one is set.
@Component
final class TimerSignal {
  /// The wall's clock may be moved, so no sleep is longer than this.
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

  private final TimeSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private @Nullable Instant next;
  private boolean awake = true;
  private long sleeps;

  TimerSignal(TimeSource time) {
    this.time = time;
  }

  void set(Instant dueAt) {
    lock.lock();
    try {
      if (next == null || dueAt.isBefore(next)) {
        next = dueAt;
        awake = true;
        news.signalAll();
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
      Duration sleep = next == null ? LONGEST_SLEEP : Duration.between(time.instant(), next);
      if (sleep.compareTo(LONGEST_SLEEP) > 0) {
        sleep = LONGEST_SLEEP;
      }
      if (sleep.isPositive()) {
        long mine = ++sleeps;
        awake = false;
        time.after(sleep, () -> wake(mine));
        while (!awake) {
          news.await();
        }
      }
      next = null;
    } finally {
      lock.unlock();
    }
  }

  /// A sleep that was cut short is over, whatever its end says later.
  private void wake(long sleep) {
    lock.lock();
    try {
      if (sleep == sleeps) {
        awake = true;
        news.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
