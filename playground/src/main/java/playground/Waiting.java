package playground;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting for the world to come to a state, woken by its changes. What is waited for may be elsewhere too, in a bot's
/// database, where nothing wakes anybody: so it is looked for again soon in any case. And looking may take long there,
/// so it doesn't hold the world up.
final class Waiting {
  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long AT_ONCE = TimeUnit.MILLISECONDS.toNanos(1);

  private Waiting() {}

  static void until(World world, Duration patience, BooleanSupplier condition, String what) {
    long left = patience.toNanos();
    long nap = SOON;
    while (true) {
      long looked = System.nanoTime();
      if (condition.getAsBoolean()) return;
      looked = System.nanoTime() - looked;
      if (left <= 0) throw new AssertionError("waited " + patience + " in vain until " + what);
      // Whoever looks at much must not look at each of many changes.
      LockSupport.parkNanos(Math.min(SOON, 4 * looked));
      left -= looked + nap(world, Math.min(nap, left), what);
      nap = world.clock.passesWhileWaiting() ? AT_ONCE : SOON;
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
