package playground;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waiting for the world to come to a state, woken by its changes. What is waited for may be elsewhere too, in a bot's
/// database, where nothing wakes anybody: so it is looked for again soon in any case.
final class Waiting {
  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(10);

  private Waiting() {}

  static void until(World world, Duration patience, BooleanSupplier condition, String what) {
    long left = patience.toNanos();
    world.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) throw new AssertionError("waited " + patience + " in vain until " + what);
        long nap = Math.min(SOON, left);
        left -= nap - world.changed.awaitNanos(nap);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting until " + what, e);
    } finally {
      world.unlock();
    }
  }
}
