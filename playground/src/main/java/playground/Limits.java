package playground;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// The flood limits of a messenger that doesn't publish them: 30 sends a second for a bot, 20
/// operations a minute for a group (counted for each bot, or for all bots together: nobody knows which), and for a private chat 5 at once and then one a second.
/// Guarded by the world's lock.
final class Limits {
  private static final int BOT_SENDS = 30;
  private static final long BOT_WINDOW = 1_000;
  private static final int GROUP_OPERATIONS = 20;
  private static final long GROUP_WINDOW = 60_000;
  private static final int BURST = 5;
  private static final long REFILL = 1_000;

  private final InstantSource clock;
  private final Map<Long, Deque<Long>> bots = new HashMap<>();
  private final Map<String, Deque<Long>> groups = new HashMap<>();
  /// When the bucket of a private chat will be full again.
  private final Map<String, Long> full = new HashMap<>();
  final AtomicLong refusals = new AtomicLong();
  volatile boolean on;

  Limits(InstantSource clock, boolean on) {
    this.clock = clock;
    this.on = on;
  }

  /// Takes room for new messages, or refuses with the time until there is room for them.
  void send(long bot, Room room, int messages) {
    if (!on) return;
    long now = clock.millis();
    var window = bots.computeIfAbsent(bot, _ -> new ArrayDeque<>());
    require(wait(window, BOT_SENDS, BOT_WINDOW, 1, now));
    if (room.group()) {
      require(groupWait(bot, room, messages, now));
      spend(groupWindow(bot, room), messages, now);
    } else {
      spendBucket(bot + ":" + room.id, messages, now);
    }
    spend(window, 1, now);
  }

  /// Takes room for an edit or a topic's change: only groups count these.
  void change(long bot, Room room) {
    if (!on || !room.group()) return;
    long now = clock.millis();
    require(groupWait(bot, room, 1, now));
    spend(groupWindow(bot, room), 1, now);
  }

  private long groupWait(long bot, Room room, int messages, long now) {
    return wait(groupWindow(bot, room), GROUP_OPERATIONS, GROUP_WINDOW, messages, now);
  }

  private Deque<Long> groupWindow(long bot, Room room) {
    return groups.computeIfAbsent(room.countsTogether ? ":" + room.id : bot + ":" + room.id, _ -> new ArrayDeque<>());
  }

  private void spendBucket(String chat, int messages, long now) {
    long filled = Math.max(full.getOrDefault(chat, 0L), now) + messages * REFILL;
    require(filled - now - Math.max(BURST, messages) * REFILL);
    full.put(chat, filled);
  }

  private static long wait(Deque<Long> window, int size, long span, int wanted, long now) {
    while (!window.isEmpty() && window.peekFirst() <= now - span) window.pollFirst();
    int excess = window.size() + Math.min(wanted, size) - size;
    if (excess <= 0) return 0;
    var each = window.iterator();
    long until = 0;
    for (int i = 0; i < excess; i++) until = each.next();
    return until + span - now;
  }

  private static void spend(Deque<Long> window, int count, long now) {
    for (int i = 0; i < count; i++) window.addLast(now);
  }

  private void require(long waitMillis) {
    if (waitMillis <= 0) return;
    throw ApiError.tooMany((int) ((waitMillis + 999) / 1000));
  }
}
