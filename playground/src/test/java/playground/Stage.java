package playground;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A small world for tests: one bot, one person who wrote to it, one forum with an operator.
final class Stage implements AutoCloseable {
  /// A clock that goes on only when told to.
  static final class Hourglass implements WorldTime {
    private final TreeMap<Instant, Runnable> planned = new TreeMap<>();
    private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public synchronized void after(Duration delay, Runnable action) {
      planned.merge(now.plus(delay), action, (one, other) -> () -> {
        one.run();
        other.run();
      });
    }

    synchronized void pass(Duration time) {
      now = now.plus(time);
      Map<Instant, Runnable> due = planned.headMap(now, true);
      due.values().forEach(Runnable::run);
      due.clear();
    }
  }

  static final long FORUM = -1001000000001L;

  final Hourglass clock = new Hourglass();
  final Playground playground;
  final Bot bot;
  final Caller api;
  final Person olena;
  final Person marek;
  final PrivateHands chat;
  final Group group;

  Stage() {
    this(Options.defaults());
  }

  Stage(Options options) {
    playground = Playground.start(options.time(clock));
    bot = playground.bot("100:stage-token", "stage_bot");
    api = new Caller(playground, bot.token());
    olena = playground.user(6001, "Olena", null, "olena", "ru");
    marek = playground.user(5001, "Marek", null, "marek", null);
    group = playground.forum(FORUM, "Поддержка").add(marek).promote(bot);
    chat = olena.inPrivate(bot);
    chat.starts("ACME-1");
    api.updates(Long.MAX_VALUE);
    playground.world().locked(bot.mailbox::clear);
  }

  /// A topic made by the bot.
  int topic(String name) {
    var made = api.call("createForumTopic", Json.object().put("chat_id", FORUM).put("name", name).toString());
    return made.result().path("message_thread_id").asInt();
  }

  @Override
  public void close() {
    playground.close();
  }
}
