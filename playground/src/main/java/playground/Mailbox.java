package playground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.function.LongFunction;
import tools.jackson.databind.node.ObjectNode;

/// The queue of one bot's updates. Guarded by the world's lock.
///
/// An offset deletes at call time, as in td's TQueue; an offset far beyond the queue counts as
/// "from the head", which is how a bot survives update ids that restart at a lower number.
final class Mailbox {
  static final Set<String> DEFAULT_KINDS =
      Set.of(
          "message", "edited_message", "channel_post", "edited_channel_post", "callback_query",
          "inline_query", "chosen_inline_result", "my_chat_member", "chat_join_request", "poll",
          "poll_answer");
  static final Set<String> EXPLICIT_KINDS =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private static final int BACKLOG = 100_000;
  private static final int REMEMBERED = 1_000;

  final Condition arrived;
  Set<String> allowed = DEFAULT_KINDS;
  /// Pushes updates to the bot's webhook; null while the bot polls.
  WebhookPush push;
  long nextId;
  private final TreeMap<Long, Update> queue = new TreeMap<>();
  private final Map<Long, Update> recent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Update> eldest) {
          return size() > REMEMBERED;
        }
      };

  Mailbox(Condition arrived, long firstId) {
    this.arrived = arrived;
    this.nextId = firstId;
  }

  boolean wants(String kind) {
    return allowed.contains(kind);
  }

  /// Queues what the function makes of the update's id, unless the backlog is full.
  void add(String lane, long expiresAt, LongFunction<ObjectNode> json) {
    if (queue.size() >= BACKLOG) return;
    long id = nextId++;
    put(new Update(id, lane, json.apply(id), expiresAt, new AtomicBoolean()));
  }

  void put(Update update) {
    queue.put(update.id(), update);
    recent.put(update.id(), update);
    arrived.signalAll();
    if (push != null) push.offer(update);
  }

  /// Queues an update once more under its old id; false when it is not remembered any more.
  boolean again(long id) {
    var old = recent.get(id);
    if (old == null) return false;
    put(new Update(id, old.lane(), old.json(), Long.MAX_VALUE, new AtomicBoolean(true)));
    return true;
  }

  /// Forgets what the offset confirms; whether there was anything to forget.
  boolean confirm(long offset) {
    int before = queue.size();
    if (before == 0) return false;
    if (offset < 0) {
      while (queue.size() > -offset) queue.pollFirstEntry();
    } else if (offset <= nextId + 10 && offset >= queue.firstKey() - 100_000) {
      queue.headMap(offset).values().removeIf(update -> !update.owed().get());
    }
    return queue.size() < before;
  }

  List<Update> head(int limit, long now) {
    var head = new ArrayList<Update>(Math.min(limit, queue.size()));
    for (var each = queue.values().iterator(); each.hasNext() && head.size() < limit; ) {
      var update = each.next();
      if (update.expiresAt() <= now) {
        each.remove();
      } else {
        update.owed().set(false);
        head.add(update);
      }
    }
    return head;
  }

  void remove(Update update) {
    queue.remove(update.id(), update);
  }

  boolean holds(Update update) {
    return queue.get(update.id()) == update;
  }

  List<Update> waiting() {
    return List.copyOf(queue.values());
  }

  int size() {
    return queue.size();
  }

  void clear() {
    queue.clear();
  }
}
