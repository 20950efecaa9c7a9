package otklik.helpdesk;

import static otklik.storage.schema.Tables.STRANGE_GROUP;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.kernel.ChannelId;
import otklik.storage.Database;
import otklik.talk.TeamGroups;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Groups that the bot was taken into and that aren't its desk's. It says so once, a moment later: a group that has just
/// become the desk's under a new id may be told of before its move is. From then on nothing of it is kept.
@Component
final class StrangeGroups implements TimerHandler {
  private static final String STRANGE = "helpdesk.strange-group";
  private static final Duration MOMENT = Duration.ofSeconds(3);

  private final Database database;
  private final Deliveries deliveries;
  private final TeamGroups teamGroups;
  private final Timers timers;
  private final Map<ChannelId, Set<String>> told = new ConcurrentHashMap<>();

  StrangeGroups(Database database, Deliveries deliveries, TeamGroups teamGroups, Timers timers) {
    this.database = database;
    this.deliveries = deliveries;
    this.teamGroups = teamGroups;
    this.timers = timers;
  }

  /// Whether what doesn't happen among us may matter yet.
  boolean areHeard(Channel channel, Incoming incoming) {
    return incoming.group() == null || incoming instanceof Incoming.Standing
        || !told(channel).contains(incoming.group());
  }

  void changed(Turn turn, Incoming.Standing standing) {
    String chat = standing.chat();
    if (standing.member()) {
      timers.set(turn, STRANGE, chat, "", turn.now().plus(MOMENT));
    } else {
      timers.cancel(turn, STRANGE, chat);
      turn.sql().deleteFrom(STRANGE_GROUP).where(in(turn.channel())).and(STRANGE_GROUP.CHAT.eq(chat)).execute();
      turn.afterCommit(() -> told(turn.channel()).remove(chat));
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(STRANGE);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    String chat = timer.subject();
    if (teamGroups.have(turn.channel(), chat)) {
      return;
    }
    boolean first = turn.sql().insertInto(STRANGE_GROUP)
        .set(STRANGE_GROUP.WORKSPACE_ID, turn.workspace().value())
        .set(STRANGE_GROUP.CHANNEL_ID, turn.channel().id().value())
        .set(STRANGE_GROUP.CHAT, chat)
        .set(STRANGE_GROUP.TOLD_AT, turn.now())
        .onConflictDoNothing()
        .execute() == 1;
    if (first) {
      deliveries.owe(turn, NewDelivery.words(Call.Say.text(Place.chat(chat),
          turn.text("strange-group", "id", chat))));
      Set<String> known = told(turn.channel());
      turn.afterCommit(() -> known.add(chat));
    }
  }

  private Set<String> told(Channel channel) {
    return told.computeIfAbsent(channel.id(), id -> {
      Set<String> known = ConcurrentHashMap.newKeySet();
      known.addAll(database.read(sql -> sql.select(STRANGE_GROUP.CHAT).from(STRANGE_GROUP).where(in(channel))
          .fetch(STRANGE_GROUP.CHAT)));
      return known;
    });
  }

  private static Condition in(Channel channel) {
    return STRANGE_GROUP.WORKSPACE_ID.eq(channel.workspace().value())
        .and(STRANGE_GROUP.CHANNEL_ID.eq(channel.id().value()));
  }
}
