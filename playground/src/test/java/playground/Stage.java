package playground;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A small world for tests: one bot, one person who wrote to it, one forum with an operator.
final class Stage implements AutoCloseable {
  /// A clock that goes on only when told to.
  static final class Hourglass implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
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
    playground = Playground.start(options.clock(clock));
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
