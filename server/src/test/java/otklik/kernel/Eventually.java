package otklik.kernel;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what must come, however slow the machine is.
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Eventually() {}

  /// @param seen shown when it doesn't come
  public static void becomesTrue(BooleanSupplier wanted, Supplier<?> seen) {
    becomesTrue(wanted, seen, () -> {});
  }

  /// Likewise, in a time that may pass for that.
  public static void becomesTrue(BooleanSupplier wanted, Supplier<?> seen, TestTime time) {
    becomesTrue(wanted, seen, time::passesWhileWaiting);
  }

  private static void becomesTrue(BooleanSupplier wanted, Supplier<?> seen, Runnable meanwhile) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain, saw " + seen.get());
      }
      LockSupport.parkNanos(1_000_000);
      meanwhile.run();
    }
  }
}
