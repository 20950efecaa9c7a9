package otklik.standing;

import static otklik.storage.schema.Tables.TROUBLE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.kernel.Ids;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// What is amiss now. The rows decide what is news; what goes on is remembered besides, so that a call which went well
/// costs no look at them where nothing is amiss.
@Component
public final class Troubles {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);

  private final Database database;
  private final Channels channels;
  private final ObjectProvider<TroubleWatch> watches;
  private final Ids ids;
  private final Map<ChannelId, Map<What, Trouble>> goingOn = new ConcurrentHashMap<>();

  private record What(Trouble.Kind kind, String chat) {}

  /// A trouble and whose it is.
  public record Of(Channel channel, Trouble trouble) {}

  Troubles(Database database, Channels channels, ObjectProvider<TroubleWatch> watches, Ids ids) {
    this.database = database;
    this.channels = channels;
    this.watches = watches;
    this.ids = ids;
    load();
  }

  private void load() {
    database.read(sql -> sql
        .select(TROUBLE.ID, TROUBLE.CHANNEL_ID, TROUBLE.KIND, TROUBLE.CHAT, TROUBLE.DETAIL, TROUBLE.BEGAN_AT)
        .hint(AcrossWorkspaces.TROUBLES_GOING_ON.mark())
        .from(TROUBLE)
        .where(TROUBLE.ENDED_AT.isNull())
        .fetch()).forEach(row -> remember(new ChannelId(row.get(TROUBLE.CHANNEL_ID)), trouble(row)));
  }

  /// Everything that goes on, of all channels.
  public List<Of> all() {
    List<Of> all = new ArrayList<>();
    channels.all().forEach(channel -> of(channel).forEach(trouble -> all.add(new Of(channel, trouble))));
    return all;
  }

  public List<Trouble> of(Channel channel) {
    return List.copyOf(goingOn.getOrDefault(channel.id(), Map.of()).values());
  }

  public boolean goesOn(Channel channel, Trouble.Kind kind, String chat) {
    return goingOn.getOrDefault(channel.id(), Map.of()).containsKey(new What(kind, chat));
  }

  /// Somebody met a trouble. Written beside the caller; what can't be written is met again, and what something else
  /// hides isn't told, however close together the two were met.
  public void met(Channel channel, Trouble.Kind kind, String chat, String detail) {
    if (!goesOn(channel, kind, chat)) {
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
    return turn.sql().fetchExists(TROUBLE, in(turn.channel()).and(TROUBLE.CHAT.eq(chat)).and(TROUBLE.KIND.in(hiding))
        .and(TROUBLE.ENDED_AT.isNull()));
  }

  /// Somebody found that it is over. Written beside the caller.
  public void over(Channel channel, Trouble.Kind kind, String chat) {
    if (goesOn(channel, kind, chat)) {
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
      remember(turn.channel().id(), trouble);
      log.error("{}: {} {} ({})", turn.channel().label(), kind.word(), chat, detail);
    });
    for (TroubleWatch watch : watches.stream().toList()) {
      watch.began(turn, trouble);
    }
  }

  public void end(Turn turn, Set<Trouble.Kind> kinds, String chat) throws Exception {
    Instant now = turn.now();
    List<Trouble> ended = turn.sql().update(TROUBLE)
        .set(TROUBLE.ENDED_AT, now)
        .where(in(turn.channel()))
        .and(TROUBLE.CHAT.eq(chat))
        .and(TROUBLE.KIND.in(kinds.stream().map(Trouble.Kind::word).collect(Collectors.toSet())))
        .and(TROUBLE.ENDED_AT.isNull())
        .returning(TROUBLE.ID, TROUBLE.KIND, TROUBLE.CHAT, TROUBLE.DETAIL, TROUBLE.BEGAN_AT)
        .fetch(Troubles::trouble);
    for (Trouble trouble : ended) {
      turn.afterCommit(() -> {
        goingOn.getOrDefault(turn.channel().id(), new ConcurrentHashMap<>()).values()
            .removeIf(known -> known.id() == trouble.id());
        log.info("{}: {} {} is over, after {} s", turn.channel().label(), trouble.kind().word(), chat,
            now.getEpochSecond() - trouble.since().getEpochSecond());
      });
      for (TroubleWatch watch : watches.stream().toList()) {
        watch.ended(turn, trouble);
      }
    }
  }

  /// What was amiss in groups that are none of the channel's business any more.
  void forgetElsewhere(Channel channel, Set<String> here) {
    Set<String> elsewhere = of(channel).stream().map(Trouble::chat)
        .filter(chat -> !chat.isEmpty() && !here.contains(chat)).collect(Collectors.toSet());
    if (elsewhere.isEmpty()) {
      return;
    }
    database.writeNow(tx -> {
      tx.sql().update(TROUBLE)
          .set(TROUBLE.ENDED_AT, tx.now())
          .where(in(channel))
          .and(TROUBLE.CHAT.in(elsewhere))
          .and(TROUBLE.ENDED_AT.isNull())
          .execute();
      tx.afterCommit(() -> goingOn.getOrDefault(channel.id(), new ConcurrentHashMap<>())
          .keySet().removeIf(what -> elsewhere.contains(what.chat())));
      return null;
    });
  }

  private void remember(ChannelId channel, Trouble trouble) {
    goingOn.computeIfAbsent(channel, id -> new ConcurrentHashMap<>())
        .put(new What(trouble.kind(), trouble.chat()), trouble);
  }

  private static Trouble trouble(Record row) {
    return new Trouble(row.get(TROUBLE.ID), Trouble.Kind.read(row.get(TROUBLE.KIND)), row.get(TROUBLE.CHAT),
        row.get(TROUBLE.DETAIL), row.get(TROUBLE.BEGAN_AT));
  }

  private static Condition in(Channel channel) {
    return TROUBLE.WORKSPACE_ID.eq(channel.workspace().value()).and(TROUBLE.CHANNEL_ID.eq(channel.id().value()));
  }
}
