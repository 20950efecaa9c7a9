package otklik.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The retry backoff of lanes: those whose next delivery is made once more after a pause, which the [Dispatcher] makes
/// longer each time. They are busy meanwhile. Guarded by its [Dispatcher];
/// times are monotonic nanoseconds.
final class RetryBackoff {
  private final Map<Lane, Rest> resting = new HashMap<>();

  /// One pause of one lane.
  static final class Rest {
    private long since;
    private boolean toTheEnd;

    private Rest(long since, boolean toTheEnd) {
      this.since = since;
      this.toTheEnd = toTheEnd;
    }
  }

  /// @param toTheEnd whether an answer elsewhere doesn't cut it short
  Rest begin(Lane lane, boolean toTheEnd, long now) {
    Rest rest = new Rest(now, toTheEnd);
    resting.put(lane, rest);
    return rest;
  }

  boolean has(Lane lane) {
    return resting.containsKey(lane);
  }

  /// False when that rest was cut short.
  boolean end(Lane lane, Rest rest) {
    boolean ended = resting.remove(lane, rest);
    if (ended) {
      lane.busy = false;
    }
    return ended;
  }

  /// The lane has nothing to rest for.
  void end(Lane lane) {
    if (resting.remove(lane) != null) {
      lane.busy = false;
    }
  }

  /// Somebody got an answer, so the messenger is there: those who rest because it was not needn't rest to the end.
  ///
  /// @return the lanes that may go on
  List<Lane> cutShort(long now) {
    if (resting.isEmpty()) {
      return List.of();
    }
    List<Lane> over = new ArrayList<>();
    resting.forEach((lane, rest) -> {
      if (!rest.toTheEnd && now - rest.since >= Dispatcher.SHORTEST_REST.toNanos()) {
        over.add(lane);
      }
    });
    over.forEach(this::end);
    return over;
  }

  /// Something was mended: whoever rested to the end needn't any more.
  void mended(long now) {
    resting.forEach((lane, rest) -> {
      if (!LaneName.isOpening(lane.key)) {
        rest.toTheEnd = false;
        rest.since = Math.min(rest.since, now - Dispatcher.SHORTEST_REST.toNanos());
      }
    });
  }
}
