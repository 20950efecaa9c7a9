package otklik.delivery;

import static otklik.storage.schema.Tables.PRIVATE_THREAD;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.kernel.ChannelId;
import otklik.storage.Database;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Where a person's own chat has threads, answers go into the one in which they wrote last. Few chats have any, so they
/// are remembered, and a chat without them costs nothing.
@Component
public final class PrivateTopics {
  private final Database database;
  private final Map<ChannelId, Map<String, String>> threads = new ConcurrentHashMap<>();

  PrivateTopics(Database database) {
    this.database = database;
  }

  /// @param place where a person wrote, in their own chat
  public void wrote(Turn turn, Place place) {
    Map<String, String> known = known(turn.channel());
    String topic = place.topic();
    if (topic == null && known.containsKey(place.chat())) {
      forget(turn, place.chat());
    } else if (topic != null && !topic.equals(known.get(place.chat()))) {
      turn.sql().insertInto(PRIVATE_THREAD)
          .set(PRIVATE_THREAD.WORKSPACE_ID, turn.workspace().value())
          .set(PRIVATE_THREAD.CHANNEL_ID, turn.channel().id().value())
          .set(PRIVATE_THREAD.CHAT, place.chat())
          .set(PRIVATE_THREAD.TOPIC, topic)
          .onConflict(PRIVATE_THREAD.WORKSPACE_ID, PRIVATE_THREAD.CHANNEL_ID, PRIVATE_THREAD.CHAT)
          .doUpdate()
          .set(PRIVATE_THREAD.TOPIC, topic)
          .execute();
      turn.afterCommit(() -> known.put(place.chat(), topic));
    }
  }

  /// Answers go into the chat itself again.
  public void forget(Turn turn, String chat) {
    turn.sql().deleteFrom(PRIVATE_THREAD)
        .where(PRIVATE_THREAD.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(PRIVATE_THREAD.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(PRIVATE_THREAD.CHAT.eq(chat))
        .execute();
    turn.afterCommit(() -> known(turn.channel()).remove(chat));
  }

  Place current(Channel channel, Place place) {
    String topic = place.topic() == null ? known(channel).get(place.chat()) : null;
    return topic == null ? place : new Place(place.chat(), topic);
  }

  private Map<String, String> known(Channel channel) {
    return threads.computeIfAbsent(channel.id(), id -> new ConcurrentHashMap<>(
        database.read(sql -> sql.select(PRIVATE_THREAD.CHAT, PRIVATE_THREAD.TOPIC).from(PRIVATE_THREAD)
            .where(PRIVATE_THREAD.WORKSPACE_ID.eq(channel.workspace().value()))
            .and(PRIVATE_THREAD.CHANNEL_ID.eq(channel.id().value()))
            .fetchMap(PRIVATE_THREAD.CHAT, PRIVATE_THREAD.TOPIC))));
  }
}
