package playground;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A fault that is on; closing it ends it and lets go the calls that it holds.
public final class Trouble implements AutoCloseable {
  private final Fault fault;
  private final long until;
  private final AtomicInteger left;
  private final AtomicInteger struck = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);

  Trouble(Fault fault) {
    this.fault = fault;
    this.until = fault.duration() == null ? Long.MAX_VALUE : System.nanoTime() + fault.duration().toNanos();
    this.left = new AtomicInteger(fault.calls() == 0 ? Integer.MAX_VALUE : fault.calls());
  }

  public Fault fault() {
    return fault;
  }

  /// Whether it can still hit calls.
  public boolean on() {
    return over.getCount() > 0 && left.get() > 0 && !expired();
  }

  /// How many calls it has hit so far.
  public int struck() {
    return struck.get();
  }

  @Override
  public void close() {
    over.countDown();
  }

  /// Whole seconds until it ends by itself; -1 when it doesn't.
  long secondsLeft() {
    return until == Long.MAX_VALUE ? -1 : Math.max(0, TimeUnit.NANOSECONDS.toSeconds(until - System.nanoTime()));
  }

  boolean expired() {
    return until != Long.MAX_VALUE && System.nanoTime() - until >= 0;
  }

  /// Whether it strikes this call; counts it then.
  boolean strikes(String method, long chat) {
    boolean hit = on() && fault.hits(method, chat) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    if (hit) struck.incrementAndGet();
    return hit;
  }

  /// Waits for the end. A fault that was limited to some calls holds them until it is closed.
  void awaitEnd() throws InterruptedException {
    if (until == Long.MAX_VALUE) over.await();
    else over.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
