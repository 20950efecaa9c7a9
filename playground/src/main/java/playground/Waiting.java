package playground;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waiting for the world to come to a state, woken by its changes. What is waited for may be elsewhere too, in a bot's
/// database, where nothing wakes anybody: so it is looked for again soon in any case. And looking may take long there,
/// so it doesn't hold the world up.
final class Waiting {
  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(10);

  private Waiting() {}

  static void until(World world, Duration patience, BooleanSupplier condition, String what) {
    long left = patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (left <= 0) throw new AssertionError("waited " + patience + " in vain until " + what);
      left -= nap(world, Math.min(SOON, left), what);
    }
  }

  private static long nap(World world, long nanos, String what) {
    world.lock();
    try {
      return nanos - world.changed.awaitNanos(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting until " + what, e);
    } finally {
      world.unlock();
    }
  }
}
