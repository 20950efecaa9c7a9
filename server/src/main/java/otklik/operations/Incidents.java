package otklik.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.kernel.TimeSource;
import otklik.storage.Database;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Tells whoever runs the installation once when something keeps people's words from getting through, and once when it
/// is over: the log at once, the chat of `OPS_CHAT_ID` as soon as the telling can be owed. While nothing can be written
/// nothing can be owed, so then the chat hears of it afterwards. Rows remember what was told, so that what began before a
/// restart ends after it.
@Component
final class Incidents implements ProblemWatch {
  private static final Logger log = LoggerFactory.getLogger(Incidents.class);
  /// Many channels rarely fall silent in the same second: those that follow are told of together.
  private static final Duration TOGETHER = Duration.ofMinutes(1);

  private final Database database;
  private final Channels channels;
  private final OpsAlerts alerts;
  private final TimeSource time;
  private final Map<Problem, Episode> episodes = new HashMap<>();
  private final Map<ProblemKind, Long> toldAt = new EnumMap<>(ProblemKind.class);
  private boolean telling;

  Incidents(Database database, Channels channels, OpsAlerts alerts, TimeSource time) {
    this.database = database;
    this.channels = channels;
    this.alerts = alerts;
    this.time = time;
  }

  /// What went on when the last run ended. Of a channel that isn't in the configuration any more there is nothing to tell.
  @Override
  public synchronized void begin() {
    for (IncidentRows.Row row : database.read(IncidentRows::all)) {
      Channel channel = channels.find(new ChannelId(row.channel())).orElse(null);
      Problem problem = new Problem(row.kind(), channel);
      if (channel == null && row.channel() != 0) {
        database.write(tx -> IncidentRows.remove(tx, row.kind(), row.channel()));
      } else {
        episodes.put(problem, Episode.ofLastRun(problem, row.began()));
      }
    }
  }

  @Override
  public synchronized void seen(Map<Problem, Instant> wrong) {
    wrong.forEach((problem, since) -> episodes.computeIfAbsent(problem, _ -> {
      log.error("people's words don't get through: {}", problem.words());
      return Episode.beginning(problem, since);
    }).seen(time.instant()));
    for (Episode episode : episodes.values()) {
      if (!wrong.containsKey(episode.problem) && episode.notSeen(time.nanos())) {
        log.info("is over, after {} min: {}", episode.minutes(), episode.problem.words());
      }
    }
    tell();
  }

  private void tell() {
    List<Episode> news = episodes.values().stream()
        .filter(episode -> episode.over || !episode.noted && canBeOwed(episode)).filter(this::mayBeTold).toList();
    if (news.isEmpty() || telling) {
      return;
    }
    if (!alerts.isWanted()) {
      told(new IncidentNews(news));
      return;
    }
    telling = true;
    IncidentNews these = new IncidentNews(news);
    database.write(tx -> {
      these.tell(tx, alerts);
      return null;
    }).whenComplete((done, failure) -> {
      synchronized (this) {
        telling = false;
        if (failure == null) {
          told(these);
        }
      }
    });
  }

  /// What waits for the writer would say that nothing is saved when all is well again.
  private static boolean canBeOwed(Episode episode) {
    return episode.problem.kind() != ProblemKind.WRITES;
  }

  private boolean mayBeTold(Episode episode) {
    Long before = toldAt.get(episode.problem.kind());
    return before == null || time.nanos() - before >= TOGETHER.toNanos();
  }

  private void told(IncidentNews news) {
    news.began().forEach(episode -> episode.noted = true);
    news.over().forEach(episode -> episodes.remove(episode.problem, episode));
    news.kinds().forEach(kind -> toldAt.put(kind, time.nanos()));
  }
}
