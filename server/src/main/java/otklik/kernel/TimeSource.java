package otklik.kernel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/// The only time there is for the whole program: the clock on the wall for what people see and rows keep, and a
/// monotonic one for what lasts. Pauses, budgets and deadlines take the time from here, so that tests can let hours
/// pass in no time.
public interface TimeSource extends InstantSource {
  /// Monotonic nanoseconds: says how long something lasted, also when the clock on the wall is set. Only differences mean
  /// something, and only within one run.
  long nanos();

  /// Runs something once that much monotonic time has passed, on a thread that all share: must be quick and must not
  /// throw.
  void after(Duration delay, Runnable action);

  /// Waits until that much monotonic time has passed.
  default void sleep(Duration duration) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    after(duration, over::countDown);
    over.await();
  }
}
