package otklik.helpdesk.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.GroupLoad;
import otklik.delivery.GroupLoadListener;
import otklik.delivery.GroupLoads;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Tells operators in General that their group is overloaded, what helps, and when it is over. Seldom: a line about it
/// costs one operation of the very budget that is short. What was told is forgotten at a restart.
@Component
final class LoadNotices implements GroupLoadListener, TimerHandler {
  private static final String KIND = "helpdesk.load";
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final Duration HELPERS_PAUSE = Duration.ofHours(6);

  private final Deliveries deliveries;
  private final GroupLoads loads;
  private final Timers timers;
  private final Map<String, Told> told = new ConcurrentHashMap<>();

  /// @param over whether it was also told that it is over
  private record Told(Instant at, boolean over) {}

  LoadNotices(Deliveries deliveries, GroupLoads loads, Timers timers) {
    this.deliveries = deliveries;
    this.loads = loads;
    this.timers = timers;
  }

  @Override
  public void loadChanged(Turn turn, GroupLoad load) throws Exception {
    Channel channel = turn.channel();
    if (!channel.scenario().equals(HelpdeskSettings.SCENARIO)) {
      return;
    }
    String key = key(channel, load.chat());
    Told before = told.get(key);
    if (load.overloaded()) {
      Instant earliest = before == null ? Instant.MIN : before.at().plus(PAUSE);
      if (earliest.isAfter(turn.now())) {
        timers.set(turn, KIND, load.chat(), "", earliest);
      } else {
        overloaded(turn, load);
      }
    } else if (before != null && !before.over()) {
      say(turn, load.chat(), "load", channel.text("load.over"));
      turn.afterCommit(() -> told.put(key, new Told(before.at(), true)));
    }
  }

  private void overloaded(Turn turn, GroupLoad load) throws Exception {
    Channel channel = turn.channel();
    say(turn, load.chat(), "load", load.waiting() > 0
        ? channel.text("load.waits", "messenger", channel.messenger().title(), "rate", load.perMinute(), "seconds",
            load.delay().toSeconds())
        : channel.text("load.near", "messenger", channel.messenger().title(), "rate", load.perMinute(), "percent",
            Math.round(100 * load.used())));
    Instant now = turn.now();
    turn.afterCommit(() -> told.put(key(channel, load.chat()), new Told(now, false)));
  }

  @Override
  public void helperSetAside(Turn turn, String chat, String account, String why) throws Exception {
    String key = key(turn.channel(), chat) + "/" + account;
    Told before = told.get(key);
    Instant now = turn.now();
    if (turn.channel().scenario().equals(HelpdeskSettings.SCENARIO)
        && (before == null || before.at().plus(HELPERS_PAUSE).isBefore(now))) {
      say(turn, chat, "helper:" + account, turn.text("load.helper", "bot", account));
      turn.afterCommit(() -> told.put(key, new Told(now, false)));
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  /// It became overloaded again soon after it was told; it is told again only if it still is.
  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    GroupLoad load = loads.of(turn.channel(), timer.subject());
    if (load.overloaded()) {
      overloaded(turn, load);
    }
  }

  /// Gets through like somebody's words: of little use when it comes too late.
  private void say(Turn turn, String chat, String key, String text) throws Exception {
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(Place.chat(chat), text)).replacing(key + "/" + chat));
  }

  private static String key(Channel channel, String chat) {
    return channel.id().value() + "/" + chat;
  }
}
