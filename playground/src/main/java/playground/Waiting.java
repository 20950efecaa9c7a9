package playground;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waiting for the world to come to a state, woken by its changes.
final class Waiting {
  private Waiting() {}

  static void until(World world, Duration patience, BooleanSupplier condition, String what) {
    long left = patience.toNanos();
    world.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) throw new AssertionError("waited " + patience + " in vain until " + what);
        left = world.changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting until " + what, e);
    } finally {
      world.unlock();
    }
  }
}
