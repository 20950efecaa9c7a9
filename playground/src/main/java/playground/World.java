package playground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Everything there is: accounts, rooms, files, pressed buttons. One lock guards it all;
/// the sections under it are short, JSON is parsed before and written after.
final class World {
  record PrivateKey(long bot, long user) {}

  private static final int PRESSES_KEPT = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  final Condition changed = lock.newCondition();
  final WorldTime clock;
  final Map<Long, Account> accounts = new LinkedHashMap<>();
  final Map<String, Bot> bots = new ConcurrentHashMap<>();
  final Map<Long, Room> groups = new LinkedHashMap<>();
  final Map<PrivateKey, Room> privates = new LinkedHashMap<>();
  final Map<String, Press> presses =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Press> eldest) {
          return size() > PRESSES_KEPT;
        }
      };
  final Files files = new Files();
  final Limits limits;
  final Rendering rendering = new Rendering(this);
  final Traffic traffic = new Traffic(this);
  /// What the page tells a newcomer about people.
  final Map<Long, Hint> hints = new LinkedHashMap<>();
  /// Told under the lock which room changed; an empty key is everything that is no room.
  final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
  private long version;
  private long lastIssued;
  private boolean closed;

  World(WorldTime clock, boolean limited) {
    this.clock = clock;
    this.limits = new Limits(clock, limited);
  }

  <T> T locked(Supplier<T> section) {
    lock.lock();
    try {
      return section.get();
    } finally {
      lock.unlock();
    }
  }

  void locked(Runnable section) {
    lock.lock();
    try {
      section.run();
    } finally {
      lock.unlock();
    }
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /// A condition on the world's lock, for those who wait for their own kind of news.
  Condition condition() {
    return lock.newCondition();
  }

  /// Says that something changed, in the named room or (with null) elsewhere.
  void touch(Room room) {
    version++;
    changed.signalAll();
    for (var watcher : watchers) watcher.accept(room == null ? "" : room.key());
  }

  /// Says that something changed which nobody sees but which must survive a restart.
  void remember() {
    version++;
  }

  /// Says that a bot's connection changed, which is worth showing but not worth keeping.
  void polled() {
    changed.signalAll();
    for (var watcher : watchers) watcher.accept("");
  }

  /// Ends everything that waits.
  void close() {
    closed = true;
    bots.values().forEach(bot -> {
      bot.mailbox.arrived.signalAll();
      if (bot.mailbox.push != null) bot.mailbox.push.stop();
    });
    polled();
  }

  boolean closed() {
    return closed;
  }

  long version() {
    return version;
  }

  int now() {
    return (int) (clock.millis() / 1000);
  }

  /// A number that was never issued before, for callback ids, albums and polls.
  String issue() {
    return Long.toString(3_337_190_000_000_000_000L + ++lastIssued);
  }

  long issued() {
    return lastIssued;
  }

  void issuedBefore(long count) {
    lastIssued = count;
  }

  Optional<Bot> bot(long id) {
    return bots.values().stream().filter(bot -> bot.id() == id).findFirst();
  }

  Account account(long id) {
    if (id == Account.ANONYMOUS_ADMIN.id()) return Account.ANONYMOUS_ADMIN;
    var account = accounts.get(id);
    if (account == null) throw new IllegalArgumentException("nobody has the id " + id);
    return account;
  }

  Room privateRoom(long bot, long user) {
    return privates.computeIfAbsent(
        new PrivateKey(bot, user), key -> new Room(user, Room.Kind.PRIVATE, bot, null));
  }

  Room group(long id) {
    var room = groups.get(id);
    if (room == null) throw new IllegalArgumentException("there is no group " + id);
    return room;
  }

  /// The room with this key, as `Room.key()` tells it.
  Optional<Room> room(String key) {
    int colon = key.indexOf(':');
    if (colon < 0) return Optional.ofNullable(groups.get(Long.parseLong(key)));
    return Optional.ofNullable(
        privates.get(
            new PrivateKey(
                Long.parseLong(key.substring(0, colon)), Long.parseLong(key.substring(colon + 1)))));
  }
}
