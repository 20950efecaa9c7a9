package otklik.delivery;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import otklik.channels.Rate;

/// How much of a rate is left. An operation counts from its beginning until the whole period has passed after its end,
/// because the messenger counts it at a moment in between that we can't see. Times are monotonic nanoseconds.
final class Budget {
  private final @Nullable Rate rate;
  private final ArrayDeque<Long> ends = new ArrayDeque<>();
  private int most;
  private int underWay;
  private long closedUntil = Long.MIN_VALUE;

  Budget(@Nullable Rate rate) {
    this.rate = rate;
    this.most = rate == null ? Integer.MAX_VALUE : rate.operations();
  }

  /// From now on so many operations in each period of the rate.
  void allow(int operations) {
    most = operations;
  }

  int most() {
    return most;
  }

  /// How many operations of the last period still count.
  int used(long now) {
    forget(now);
    return ends.size() + underWay;
  }

  boolean isClosed(long now) {
    return closedUntil > now;
  }

  /// Nanoseconds until so many operations may begin; 0 when they may now. While it depends on operations that are
  /// still under way, the answer is [Long#MAX_VALUE]: ask again when one has ended.
  long untilRoomFor(int operations, long now) {
    if (closedUntil > now) {
      return closedUntil - now;
    }
    if (rate == null || operations == 0) {
      return 0;
    }
    int tooMany = used(now) + Math.min(operations, most) - most;
    if (tooMany <= 0) {
      return 0;
    }
    if (tooMany > ends.size()) {
      return Long.MAX_VALUE;
    }
    long last = ends.stream().skip(tooMany - 1L).findFirst().orElseThrow();
    return Math.max(1, last + rate.per().toNanos() - now);
  }

  /// So many operations were granted before anybody began any, after all that were counted so far.
  void count(int operations, long at) {
    begin(operations);
    end(operations, at);
  }

  void begin(int operations) {
    underWay += operations;
  }

  void end(int operations, long now) {
    underWay -= operations;
    if (rate != null) {
      for (int i = 0; i < operations; i++) {
        ends.add(now);
      }
    }
  }

  /// What has just ended was refused, so the messenger doesn't count it.
  void refused(int operations) {
    for (int i = 0; i < operations && !ends.isEmpty(); i++) {
      ends.removeLast();
    }
  }

  /// How many operations of the last period were surely granted.
  int granted(long now) {
    forget(now);
    return ends.size();
  }

  /// The messenger itself said how long to wait.
  void closeUntil(long moment) {
    closedUntil = Math.max(closedUntil, moment);
  }

  boolean isIdle(long now) {
    return used(now) == 0 && closedUntil <= now;
  }

  private void forget(long now) {
    if (rate != null) {
      while (!ends.isEmpty() && ends.peekFirst() + rate.per().toNanos() <= now) {
        ends.removeFirst();
      }
    }
  }
}
