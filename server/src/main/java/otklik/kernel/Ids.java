package otklik.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Time-ordered 64-bit ids: 43 bits of milliseconds since 1970, then 20 bits that count within the millisecond.
/// Each is greater than the one before it, also when the clock steps back, and greater than all that were stored by
/// earlier runs. After a clock that ran ahead they are counted up one by one until the clock has overtaken them, if ever:
/// there are 2^20 for each millisecond that it was ahead, and order is all that anybody relies on.
public final class Ids {
  private static final int COUNTER_BITS = 20;

  private final InstantSource clock;
  private final AtomicLong last;

  public Ids(InstantSource clock) {
    this(clock, 0);
  }

  /// @param stored the greatest id of earlier runs
  public Ids(InstantSource clock, long stored) {
    this.clock = clock;
    this.last = new AtomicLong(stored);
  }

  /// When an id was made, to the millisecond; where the clock had stepped back, when the one before it was. May lie in
  /// the future after a clock that ran ahead.
  public static Instant madeAt(long id) {
    return Instant.ofEpochMilli(id >> COUNTER_BITS);
  }

  public long next() {
    long now = clock.millis() << COUNTER_BITS;
    return last.updateAndGet(previous -> Math.max(previous + 1, now));
  }
}
