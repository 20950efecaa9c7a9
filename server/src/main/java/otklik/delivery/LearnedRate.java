package otklik.delivery;

import java.time.Duration;
import otklik.channels.Rate;

/// How many operations a messenger grants that doesn't say so: begins with what is believed, goes down when one is
/// refused, and slowly up while everything is granted and more is wanted. What was too many isn't tried again for a long
/// time, and each time for longer. Times are monotonic nanoseconds.
final class LearnedRate {
  private static final int LEAST = 4;
  private static final int MOST = 3;
  private static final long ONE_TROUBLE = Duration.ofSeconds(5).toNanos();
  private static final long BACK = Duration.ofSeconds(30).toNanos();
  private static final long BEYOND = Duration.ofMinutes(2).toNanos();
  private static final long PATIENCE = Duration.ofMinutes(10).toNanos();
  private static final long MOST_PATIENCE = Duration.ofHours(2).toNanos();

  private final Rate believed;
  private final int least;
  private final int most;
  private int operations;
  private long changedAt;
  /// So many were refused; nothing was when this is larger than all.
  private int tooMany = Integer.MAX_VALUE;
  private boolean wasRefused;
  private long refusedAt;
  private long patience = PATIENCE;
  private long dareAgainAt;

  /// @param accounts how many share it
  LearnedRate(Rate believed, int begin, int accounts, long now) {
    this.believed = believed;
    this.least = Math.max(1, believed.operations() / LEAST);
    this.most = believed.operations() * MOST * accounts;
    this.operations = Math.min(begin, most);
    this.changedAt = now;
  }

  int operations() {
    return operations;
  }

  /// The messenger refused one more when it had granted so many within the last period. What was in the air together
  /// and is refused together counts once. A refusal after much less than was granted before has other reasons: then half
  /// is enough care, and the way back is short.
  void refused(int granted, long now) {
    if (wasRefused && now - refusedAt < ONE_TROUBLE) {
      return;
    }
    wasRefused = true;
    refusedAt = now;
    patience = tooMany == Integer.MAX_VALUE ? PATIENCE : Math.min(2 * patience, MOST_PATIENCE);
    dareAgainAt = now + patience;
    int proved = Math.min(operations, granted);
    boolean plausible = 2 * proved >= Math.min(operations, believed.operations());
    int lower = Math.max(least, plausible ? proved * 9 / 10 : operations / 2);
    tooMany = plausible ? Math.max(lower, proved) + 1 : Math.max(operations, lower + 1);
    operations = lower;
    changedAt = now;
  }

  /// All that is allowed was used within the last period, and more is wanted.
  ///
  /// @return whether more is allowed from now on
  boolean wanted(long now) {
    boolean safe = operations + 1 < tooMany || now >= dareAgainAt;
    boolean provedLongEnough = now - changedAt >= pause();
    if (operations >= most || !safe || !provedLongEnough) {
      return false;
    }
    operations++;
    changedAt = now;
    if (operations > tooMany) {
      tooMany = Integer.MAX_VALUE;
    }
    return true;
  }

  /// Back to what is believed is a shorter way than beyond it.
  private long pause() {
    return operations < believed.operations() ? BACK : BEYOND;
  }
}
