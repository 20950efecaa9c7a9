package otklik.operations;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import otklik.kernel.TimeSource;

/// Something that must work all the time, tried over and over, one try at a time. A try that never ends has failed too.
final class Probe {
  private final Supplier<CompletableFuture<?>> attempt;
  private final TimeSource time;
  private boolean underWay;
  private boolean well = true;
  private long wellAt;

  Probe(Supplier<CompletableFuture<?>> attempt, TimeSource time) {
    this.attempt = attempt;
    this.time = time;
    this.wellAt = time.nanos();
  }

  /// Whether the last try has succeeded by now; begins the next.
  synchronized boolean look() {
    boolean before = well;
    if (!underWay) {
      underWay = true;
      well = false;
      begin();
    }
    return before;
  }

  private void begin() {
    try {
      attempt.get().whenComplete((done, failure) -> ended(failure == null));
    } catch (RuntimeException e) {
      ended(false);
    }
  }

  private synchronized void ended(boolean success) {
    underWay = false;
    if (success) {
      well = true;
      wellAt = time.nanos();
    }
  }

  /// How long ago it worked last; since the beginning, if it never did.
  synchronized Duration sinceWell() {
    return Duration.ofNanos(time.nanos() - wellAt);
  }
}
