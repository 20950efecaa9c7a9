package playground;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A fault that is on; closing it ends it and lets go the calls that it holds.
public final class Trouble implements AutoCloseable {
  private final Fault fault;
  private final WorldTime time;
  /// Null when it goes on until it is ended.
  private final Instant until;
  private final AtomicInteger left;
  private final AtomicInteger struck = new AtomicInteger();
  private final Queue<Answering.Hold> held = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  Trouble(Fault fault, WorldTime time) {
    this.fault = fault;
    this.time = time;
    this.until = fault.duration() == null ? null : time.instant().plus(fault.duration());
    this.left = new AtomicInteger(fault.calls() == 0 ? Integer.MAX_VALUE : fault.calls());
  }

  public Fault fault() {
    return fault;
  }

  /// Whether it can still hit calls.
  public boolean on() {
    return !over && left.get() > 0 && !expired();
  }

  /// How many calls it has hit so far.
  public int struck() {
    return struck.get();
  }

  @Override
  public void close() {
    over = true;
    held.forEach(Answering.Hold::release);
  }

  /// Whole seconds until it ends by itself; -1 when it doesn't.
  long secondsLeft() {
    return until == null ? -1 : Math.max(0, left().toSeconds());
  }

  private boolean expired() {
    return until != null && !left().isPositive();
  }

  private Duration left() {
    return Duration.between(time.instant(), until);
  }

  /// Whether it strikes this call; counts it then.
  boolean strikes(String method, long chat) {
    boolean hit = on() && fault.hits(method, chat) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    if (hit) struck.incrementAndGet();
    return hit;
  }

  /// Holds a call until the end. A fault that was limited to some calls holds them until it is closed.
  void hold(Answering.Hold hold) {
    held.add(hold);
    if (over) hold.release();
    if (until != null) time.after(left(), hold::release);
    hold.await();
  }
}
