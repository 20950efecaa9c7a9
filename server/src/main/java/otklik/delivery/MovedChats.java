package otklik.delivery;

import static otklik.storage.schema.Tables.MOVED_CHAT;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.standing.ChatMigrations;
import otklik.storage.Database;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Groups that live on under another id. Configuration and old rows may keep naming the old one.
@Component
public final class MovedChats implements ChatMigrations {
  private final Database database;
  private final Map<ChannelId, Map<String, String>> moves = new ConcurrentHashMap<>();

  MovedChats(Database database) {
    this.database = database;
  }

  @Override
  public String current(Channel channel, String chat) {
    Map<String, String> known = moves.computeIfAbsent(channel.id(), id -> load(channel));
    String now = chat;
    for (int steps = 0; steps < known.size() && known.containsKey(now); steps++) {
      now = known.get(now);
    }
    return now;
  }

  @Override
  public void moved(Turn turn, String from, String to) {
    if (from.equals(to)) {
      return;
    }
    turn.sql().insertInto(MOVED_CHAT)
        .set(MOVED_CHAT.WORKSPACE_ID, turn.workspace().value())
        .set(MOVED_CHAT.CHANNEL_ID, turn.channel().id().value())
        .set(MOVED_CHAT.FROM_CHAT, from)
        .set(MOVED_CHAT.TO_CHAT, to)
        .set(MOVED_CHAT.CREATED_AT, turn.now())
        .onConflictDoNothing()
        .execute();
    turn.afterCommit(() -> moves.computeIfAbsent(turn.channel().id(), id -> load(turn.channel())).put(from, to));
  }

  private Map<String, String> load(Channel channel) {
    return new ConcurrentHashMap<>(database.read(sql -> sql.select(MOVED_CHAT.FROM_CHAT, MOVED_CHAT.TO_CHAT)
        .from(MOVED_CHAT)
        .where(MOVED_CHAT.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(MOVED_CHAT.CHANNEL_ID.eq(channel.id().value()))
        .fetchMap(MOVED_CHAT.FROM_CHAT, MOVED_CHAT.TO_CHAT)));
  }
}
