package otklik.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// A circuit breaker: lanes that wait because what they carry would be refused until somebody mends something. Now and then one of them
/// tries, the others wait for what becomes of it. Guarded by its [Dispatcher]; times are monotonic nanoseconds.
final class CircuitBreaker {
  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Map<HoldScope, Hold> holds = new EnumMap<>(HoldScope.class);

  private static final class Hold {
    Duration pause = FIRST;
    long until;
  }

  void begin(HoldScope scope, long now) {
    Hold hold = holds.get(scope);
    if (hold == null) {
      hold = new Hold();
      holds.put(scope, hold);
    } else if (hold.pause.multipliedBy(2).compareTo(LONGEST) <= 0) {
      hold.pause = hold.pause.multipliedBy(2);
    }
    hold.until = now + hold.pause.toNanos();
  }

  /// Whether the lane waits, or is the one that tries.
  boolean covers(String lane) {
    return holds.keySet().stream().anyMatch(scope -> scope.covers(lane));
  }

  /// Nanoseconds until the lane may try; 0 when it may now.
  long untilTry(String lane, long now) {
    long longest = 0;
    for (Map.Entry<HoldScope, Hold> one : holds.entrySet()) {
      if (one.getKey().covers(lane)) {
        longest = Math.max(longest, one.getValue().until - now);
      }
    }
    return longest;
  }

  /// The lane tries for all.
  void tries(String lane, long now) {
    holds.forEach((scope, hold) -> {
      if (scope.covers(lane)) {
        hold.until = now + hold.pause.toNanos();
      }
    });
  }

  /// Something of this lane got through. True when others waited for that.
  boolean passed(String lane) {
    return !holds.isEmpty() && holds.keySet().removeIf(scope -> scope.covers(lane));
  }

  /// Somebody says that it is mended: one tries at once.
  void tryNow(long now) {
    holds.values().forEach(hold -> hold.until = now);
  }
}
