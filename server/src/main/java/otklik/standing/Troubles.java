package otklik.standing;

import static otklik.storage.schema.Tables.TROUBLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// What is amiss now. The rows decide what is news; what goes on is remembered besides, so that a call which went well
/// costs no look at them where nothing is amiss.
@Component
public final class Troubles {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);

  private final Database database;
  private final Channels channels;
  private final Map<ChannelId, Map<What, Trouble>> goingOn = new ConcurrentHashMap<>();

  private record What(Trouble.Kind kind, String chat) {}

  /// A trouble and whose it is.
  public record Of(Channel channel, Trouble trouble) {}

  Troubles(Database database, Channels channels) {
    this.database = database;
    this.channels = channels;
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

  void forget(ChannelId channel, long id) {
    goingOn.getOrDefault(channel, new ConcurrentHashMap<>()).values().removeIf(known -> known.id() == id);
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

  void remember(ChannelId channel, Trouble trouble) {
    goingOn.computeIfAbsent(channel, id -> new ConcurrentHashMap<>())
        .put(new What(trouble.kind(), trouble.chat()), trouble);
  }

  static Trouble trouble(Record row) {
    return new Trouble(row.get(TROUBLE.ID), Trouble.Kind.read(row.get(TROUBLE.KIND)), row.get(TROUBLE.CHAT),
        row.get(TROUBLE.DETAIL), row.get(TROUBLE.BEGAN_AT));
  }

  static Condition in(Channel channel) {
    return TROUBLE.WORKSPACE_ID.eq(channel.workspace().value()).and(TROUBLE.CHANNEL_ID.eq(channel.id().value()));
  }
}
