package otklik.kernel;

/// A memory that is as full as the test says.
public final class TestHeap implements Heap {
  /// What is needed, as the next collection will find it.
  public volatile double needed;
  /// Collected by itself, as long as it is used; else only when somebody asks for it.
  public volatile boolean collectsItself = true;
  public volatile int collections;
  public volatile boolean grown;
  public volatile long most = 1L << 30;
  private volatile double known;

  @Override
  public long most() {
    return most;
  }

  @Override
  public double used() {
    if (collectsItself) {
      known = needed;
    }
    return known;
  }

  @Override
  public boolean hasGrown() {
    return grown;
  }

  @Override
  public void collect() {
    grown = false;
    collections++;
    known = needed;
  }
}
