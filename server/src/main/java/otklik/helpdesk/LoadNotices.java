package otklik.helpdesk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.GroupLoad;
import otklik.delivery.GroupLoads;
import otklik.delivery.GroupWatch;
import otklik.delivery.Owed;
import otklik.storage.Tx;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// Tells operators in General that their group is overloaded, what helps, and when it is over. Seldom: a line about it
/// costs one operation of the very budget that is short. What was told is forgotten at a restart.
@Component
final class LoadNotices implements GroupWatch, Alarm {
  private static final String KIND = "helpdesk.load";
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final Duration HELPERS_PAUSE = Duration.ofHours(6);

  private final Deliveries deliveries;
  private final GroupLoads loads;
  private final Timers timers;
  private final InstantSource clock;
  private final Map<String, Told> told = new ConcurrentHashMap<>();

  /// @param over whether it was also told that it is over
  private record Told(Instant at, boolean over) {}

  LoadNotices(Deliveries deliveries, GroupLoads loads, Timers timers, InstantSource clock) {
    this.deliveries = deliveries;
    this.loads = loads;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public void loadChanged(Tx tx, GroupLoad load) throws Exception {
    Channel channel = load.channel();
    if (!channel.scenario().equals(Helpdesk.NAME)) {
      return;
    }
    String key = key(channel, load.chat());
    Told before = told.get(key);
    if (load.overloaded()) {
      Instant earliest = before == null ? Instant.MIN : before.at().plus(PAUSE);
      if (earliest.isAfter(clock.instant())) {
        timers.set(tx, channel, KIND, load.chat(), "", earliest);
      } else {
        overloaded(tx, load);
      }
    } else if (before != null && !before.over()) {
      say(tx, channel, load.chat(), "load", text(channel, "load.over"));
      tx.afterCommit(() -> told.put(key, new Told(before.at(), true)));
    }
  }

  private void overloaded(Tx tx, GroupLoad load) throws Exception {
    Channel channel = load.channel();
    say(tx, channel, load.chat(), "load", load.waiting() > 0
        ? text(channel, "load.waits", "rate", load.perMinute(), "seconds", load.delay().toSeconds())
        : text(channel, "load.near", "rate", load.perMinute(), "percent", Math.round(100 * load.used())));
    Instant now = clock.instant();
    tx.afterCommit(() -> told.put(key(channel, load.chat()), new Told(now, false)));
  }

  @Override
  public void helperSetAside(Tx tx, Channel channel, String chat, String account, String why) throws Exception {
    String key = key(channel, chat) + "/" + account;
    Told before = told.get(key);
    Instant now = clock.instant();
    if (channel.scenario().equals(Helpdesk.NAME) && (before == null || before.at().plus(HELPERS_PAUSE).isBefore(now))) {
      say(tx, channel, chat, "helper:" + account, text(channel, "load.helper", "bot", account));
      tx.afterCommit(() -> told.put(key, new Told(now, false)));
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  /// It became overloaded again soon after it was told; it is told again only if it still is.
  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    GroupLoad load = loads.of(timer.channel(), timer.subject());
    if (load.overloaded()) {
      overloaded(tx, load);
    }
  }

  /// Gets through like somebody's words: of little use when it comes too late.
  private void say(Tx tx, Channel channel, String chat, String key, String text) throws Exception {
    deliveries.owe(tx, channel, Owed.words(Call.Say.text(Place.chat(chat), text)).replacing(key + "/" + chat));
  }

  private static String key(Channel channel, String chat) {
    return channel.id().value() + "/" + chat;
  }

  private static String text(Channel channel, String key, @Nullable Object... values) {
    return channel.texts().text(channel.language(), key, values);
  }
}
