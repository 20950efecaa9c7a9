package otklik.kernel;

import org.jspecify.annotations.Nullable;

/// How many rows of a durable queue may be in memory, in all of its [Window]s together. What doesn't fit stays on disk,
/// where it is safe, and is fetched when there is room again. Not thread-safe.
public final class RowLimit {
  /// Of the memory there is. A row with its words, its lane and everything needs one or two of these sixteen;
  /// more than so many are of no use.
  private static final long BYTES_FOR_EACH = 16 << 10;
  private static final long MOST = 20_000;
  private static final int LEAST = 200;

  private final int most;
  private final @Nullable RowLimit whole;
  private int held;

  public RowLimit(int most) {
    this(most, null);
  }

  private RowLimit(int most, @Nullable RowLimit whole) {
    this.most = most;
    this.whole = whole;
  }

  /// That of one of so many queues: what fills one takes nothing from the others.
  public static RowLimit share(Heap heap, int queues) {
    long all = Math.min(MOST, heap.most() / BYTES_FOR_EACH);
    return new RowLimit((int) Math.max(LEAST, all / Math.max(1, queues)));
  }

  /// That of a part of the queue, which takes no more than so much of it.
  public RowLimit part(double share) {
    return new RowLimit((int) Math.ceil(share * most), this);
  }

  public int most() {
    return most;
  }

  public int held() {
    return held;
  }

  public boolean isFull() {
    return room() == 0;
  }

  /// Whether that share is taken.
  public boolean isTaken(double share) {
    return held >= share * most;
  }

  /// How many more may be held.
  int room() {
    int room = Math.max(0, most - held);
    return whole == null ? room : Math.min(room, whole.room());
  }

  void change(int by) {
    held += by;
    if (whole != null) {
      whole.change(by);
    }
  }
}
