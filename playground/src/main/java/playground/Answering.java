package playground;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// The calls that are being answered. One that is held back, until a time or until a fault ends, isn't meanwhile.
final class Answering {
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();

  void begin() {
    active.incrementAndGet();
  }

  void end() {
    active.decrementAndGet();
  }

  /// How many are held back.
  int held() {
    return held.get();
  }

  boolean nobody() {
    return active.get() == 0;
  }

  /// Holds back one call. A poll, which doesn't count, may be held back too.
  final class Hold {
    private final boolean counts;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean released = new AtomicBoolean();

    Hold(boolean counts) {
      this.counts = counts;
    }

    /// The call counts from this moment on, before its thread has noticed.
    void release() {
      if (released.compareAndSet(false, true)) {
        if (counts) {
          active.incrementAndGet();
          held.decrementAndGet();
        }
        over.countDown();
      }
    }

    void await() {
      if (counts) {
        held.incrementAndGet();
        active.decrementAndGet();
      }
      try {
        over.await();
      } catch (InterruptedException e) {
        release();
        Thread.currentThread().interrupt();
      }
    }
  }
}
