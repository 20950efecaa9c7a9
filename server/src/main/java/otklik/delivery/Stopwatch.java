package otklik.delivery;

/// Adds up how long something lasted, without its pauses. Times are monotonic nanoseconds. Not thread-safe.
final class Stopwatch {
  private long before;
  private long since;
  private boolean runs;

  /// Goes on if it runs already.
  void start(long now) {
    if (!runs) {
      runs = true;
      since = now;
    }
  }

  void pause(long now) {
    before = elapsed(now);
    runs = false;
  }

  void reset() {
    before = 0;
    runs = false;
  }

  long elapsed(long now) {
    return runs ? before + now - since : before;
  }
}
