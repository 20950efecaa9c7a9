package otklik.standing;

import static otklik.storage.schema.Tables.TROUBLE;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.storage.Database;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Notes that a trouble begins or is over, and tells those who watch.
@Component
public final class TroubleReports {
  private static final Logger log = LoggerFactory.getLogger(TroubleReports.class);

  private final Troubles troubles;
  private final List<TroubleWatch> watches;
  private final Database database;
  private final Ids ids;

  TroubleReports(Troubles troubles, List<TroubleWatch> watches, Database database, Ids ids) {
    this.troubles = troubles;
    this.watches = watches;
    this.database = database;
    this.ids = ids;
  }

  /// What is amiss now.
  public Troubles known() {
    return troubles;
  }

  /// Somebody met a trouble. Written beside the caller; what can't be written is met again, and what something else
  /// hides isn't told, however close together the two were met.
  public void met(Channel channel, Trouble.Kind kind, String chat, String detail) {
    if (!troubles.goesOn(channel, kind, chat)) {
      unlessFailed(channel, turn -> {
        if (!isHidden(turn, kind, chat)) {
          begin(turn, kind, chat, detail);
        }
      });
    }
  }

  private static boolean isHidden(Turn turn, Trouble.Kind kind, String chat) {
    Set<String> hiding = Arrays.stream(Trouble.Kind.values()).filter(other -> other.hides().contains(kind))
        .map(Trouble.Kind::word).collect(Collectors.toSet());
    return turn.sql().fetchExists(TROUBLE, Troubles.in(turn.channel()).and(TROUBLE.CHAT.eq(chat))
        .and(TROUBLE.KIND.in(hiding))
        .and(TROUBLE.ENDED_AT.isNull()));
  }

  /// Somebody found that it is over. Written beside the caller.
  public void over(Channel channel, Trouble.Kind kind, String chat) {
    if (troubles.goesOn(channel, kind, chat)) {
      unlessFailed(channel, turn -> end(turn, Set.of(kind), chat));
    }
  }

  private interface Change {
    void make(Turn turn) throws Exception;
  }

  private void unlessFailed(Channel channel, Change change) {
    database.write(tx -> {
      change.make(Turn.of(tx, channel));
      return null;
    }).exceptionally(failure -> {
      log.warn("{}: a change of its standing could not be noted: {}", channel.label(), failure.getMessage());
      return null;
    });
  }

  public void begin(Turn turn, Trouble.Kind kind, String chat, String detail) throws Exception {
    Trouble trouble = new Trouble(ids.next(), kind, chat, detail, turn.now());
    boolean news = turn.sql().insertInto(TROUBLE)
        .set(TROUBLE.ID, trouble.id())
        .set(TROUBLE.WORKSPACE_ID, turn.workspace().value())
        .set(TROUBLE.CHANNEL_ID, turn.channel().id().value())
        .set(TROUBLE.KIND, kind.word())
        .set(TROUBLE.CHAT, chat)
        .set(TROUBLE.DETAIL, detail)
        .set(TROUBLE.BEGAN_AT, trouble.since())
        .onConflictDoNothing()
        .execute() == 1;
    if (!news) {
      return;
    }
    turn.afterCommit(() -> {
      troubles.remember(turn.channel().id(), trouble);
      log.error("{}: {} {} ({})", turn.channel().label(), kind.word(), chat, detail);
    });
    for (TroubleWatch watch : watches) {
      watch.began(turn, trouble);
    }
  }

  public void end(Turn turn, Set<Trouble.Kind> kinds, String chat) throws Exception {
    Instant now = turn.now();
    List<Trouble> ended = turn.sql().update(TROUBLE)
        .set(TROUBLE.ENDED_AT, now)
        .where(Troubles.in(turn.channel()))
        .and(TROUBLE.CHAT.eq(chat))
        .and(TROUBLE.KIND.in(kinds.stream().map(Trouble.Kind::word).collect(Collectors.toSet())))
        .and(TROUBLE.ENDED_AT.isNull())
        .returning(TROUBLE.ID, TROUBLE.KIND, TROUBLE.CHAT, TROUBLE.DETAIL, TROUBLE.BEGAN_AT)
        .fetch(Troubles::trouble);
    for (Trouble trouble : ended) {
      turn.afterCommit(() -> {
        troubles.forget(turn.channel().id(), trouble.id());
        log.info("{}: {} {} is over, after {} s", turn.channel().label(), trouble.kind().word(), chat,
            now.getEpochSecond() - trouble.since().getEpochSecond());
      });
      for (TroubleWatch watch : watches) {
        watch.ended(turn, trouble);
      }
    }
  }
}
