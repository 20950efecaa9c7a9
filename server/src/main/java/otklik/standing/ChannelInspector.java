package otklik.standing;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.kernel.Background;
import otklik.kernel.ChannelId;
import otklik.standing.Trouble.Kind;
import otklik.storage.Database;
import otklik.storage.Unavailable;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Looks how each channel stands: at the start, when the messenger says that something changed, and now and then,
/// because of some things it doesn't tell (that topics were switched off). One look at a channel at a time, and each
/// asks what is so now: however often somebody is thrown out and taken in again, the last look is right.
@Component
public final class ChannelInspector implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ChannelInspector.class);
  private static final Duration ROUND = Duration.ofMinutes(10);
  private static final Duration CARE = Duration.ofMinutes(1);
  /// Whoever takes a bot in makes it an administrator a moment later.
  private static final Duration MOMENT = Duration.ofSeconds(1);
  /// What every look at a group sees.
  private static final Set<Kind> OF_A_GROUP = EnumSet.complementOf(EnumSet.of(Kind.REVOKED, Kind.ANONYMOUS));

  private final Channels channels;
  private final Lines lines;
  private final TroubleReports troubleReports;
  private final Database database;
  private final Background background;
  private final ChatMigrations chatMigrations;
  private final Map<ChannelId, Integer> wanted = new ConcurrentHashMap<>();
  private final Set<ChannelId> anonymous = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  ChannelInspector(Channels channels, Lines lines, TroubleReports troubleReports, Database database,
      Background background,
      ChatMigrations chatMigrations) {
    this.channels = channels;
    this.lines = lines;
    this.troubleReports = troubleReports;
    this.database = database;
    this.background = background;
    this.chatMigrations = chatMigrations;
  }

  @Override
  public void start() {
    running = true;
    background.run(this::everywhere);
    background.every(ROUND, this::everywhere);
    background.every(CARE, this::whereTroublesAre);
  }

  private void everywhere() {
    for (Channel channel : channels.all()) {
      if (running) {
        look(channel);
      }
    }
  }

  private void whereTroublesAre() {
    troubleReports.known().all().stream()
          .map(Troubles.Of::channel).distinct().filter(channel -> running).forEach(this::look);
  }

  /// Something may have changed.
  public void soon(Channel channel) {
    if (wanted.merge(channel.id(), 1, Integer::sum) == 1) {
      background.after(MOMENT, () -> {
        wanted.remove(channel.id());
        if (running) {
          look(channel);
        }
      });
    }
  }

  /// Somebody in a group of the channel speaks in its name: whether that is somebody who works there is to be seen.
  public void anonymous(Channel channel) {
    anonymous.add(channel.id());
    soon(channel);
  }

  private void look(Channel channel) {
    synchronized (channel) {
      try {
        Set<String> here = new HashSet<>();
        boolean closely = anonymous.remove(channel.id());
        for (Needs.Group needed : AllNeeds.of(channel.settings()).groups()) {
          if (!running) {
            return;
          }
          String chat = chatMigrations.current(channel, needed.chat());
          here.add(chat);
          note(channel, chat, Look.at(lines.of(channel.id()).inspection(), needed, chat));
          boolean known = troubleReports.known().goesOn(channel, Kind.ANONYMOUS, chat);
          if (closely || known) {
            note(channel, chat, known, Look.anonymous(lines.of(channel.id()).inspection(), needed, chat));
          }
        }
        troubleReports.known().forgetElsewhere(channel, here);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Unavailable e) {
        log.debug("{}: what was seen can't be noted: {}", channel.label(), e.getMessage());
      } catch (RuntimeException e) {
        log.error("{}: how it stands can't be looked at", channel.label(), e);
      }
    }
  }

  private void note(Channel channel, String chat, Look look) {
    if (look instanceof Look.Seen(var amiss) && isKnown(channel, chat, amiss.keySet())) {
      return;
    }
    database.writeNow(tx -> {
      Turn turn = Turn.of(tx, channel);
      switch (look) {
        case Look.Nothing _ -> {
          // The next look may see more.
        }
        case Look.Revoked(var detail) -> troubleReports.begin(turn, Kind.REVOKED, "", detail);
        case Look.Moved(var to) -> chatMigrations.moved(turn, chat, to);
        case Look.Seen(var amiss) -> seen(turn, chat, amiss);
      }
      return null;
    });
  }

  private void note(Channel channel, String chat, boolean known, @Nullable List<String> anonymous) {
    if (anonymous == null || known == !anonymous.isEmpty()) {
      return;
    }
    database.writeNow(tx -> {
      Turn turn = Turn.of(tx, channel);
      if (anonymous.isEmpty()) {
        troubleReports.end(turn, Set.of(Kind.ANONYMOUS), chat);
      } else {
        troubleReports.begin(turn, Kind.ANONYMOUS, chat, String.join(", ", anonymous));
      }
      return null;
    });
  }

  private boolean isKnown(Channel channel, String chat, Set<Kind> amiss) {
    Set<Kind> known = EnumSet.noneOf(Kind.class);
    troubleReports.known().of(channel).stream()
        .filter(trouble -> trouble.chat().equals(chat) || trouble.chat().isEmpty())
        .forEach(trouble -> known.add(trouble.kind()));
    return known.containsAll(amiss) && over(amiss).stream().noneMatch(known::contains)
        && !known.contains(Kind.REVOKED);
  }

  /// What is surely over: neither seen now nor hidden by what is.
  private static Set<Kind> over(Set<Kind> amiss) {
    Set<Kind> over = EnumSet.copyOf(OF_A_GROUP);
    over.removeAll(amiss);
    amiss.forEach(kind -> over.removeAll(kind.hides()));
    if (!amiss.contains(Kind.MUTED) && !amiss.contains(Kind.GROUP_LOST)) {
      over.add(Kind.MUTED); // an ordinary member was seen to be let write
    }
    return over;
  }

  private void seen(Turn turn, String chat, Map<Kind, String> amiss) throws Exception {
    troubleReports.end(turn, Set.of(Kind.REVOKED), "");
    troubleReports.end(turn, over(amiss.keySet()), chat);
    for (Map.Entry<Kind, String> one : amiss.entrySet()) {
      troubleReports.begin(turn, one.getKey(), chat, one.getValue());
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// After what is owed goes out, so that what is told about it is sent.
  @Override
  public int getPhase() {
    return 350;
  }
}
