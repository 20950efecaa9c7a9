package otklik.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Time-ordered 64-bit ids: 43 bits of milliseconds since 1970, then 20 bits that count within the millisecond.
/// Each is greater than the one before it, also when the clock steps back.
public final class Ids {
  private static final int COUNTER_BITS = 20;

  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  /// When an id was made, to the millisecond; where the clock had stepped back, when the one before it was.
  public static Instant madeAt(long id) {
    return Instant.ofEpochMilli(id >> COUNTER_BITS);
  }

  public long next() {
    long now = clock.millis() << COUNTER_BITS;
    return last.updateAndGet(previous -> Math.max(previous + 1, now));
  }
}
