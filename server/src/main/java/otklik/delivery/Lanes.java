package otklik.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lanes of one channel in which something waits or is under way. Guarded by its [Dispatcher].
final class Lanes {
  private final Map<String, Lane> all = new HashMap<>();
  private final Chats chats;
  private final Rests rests;

  Lanes(Chats chats, Rests rests) {
    this.chats = chats;
    this.rests = rests;
  }

  /// Opens it where there was none.
  Lane of(String key, String chatId) {
    return all.computeIfAbsent(key, k -> {
      Chat chat = chats.of(chatId);
      chat.lanes++;
      return new Lane(k, chat);
    });
  }

  @Nullable Lane find(String key) {
    return all.get(key);
  }

  void remove(Lane lane) {
    all.remove(lane.key);
    chats.left(lane.chat);
  }

  Collection<Lane> all() {
    return List.copyOf(all.values());
  }

  List<Lane> in(Chat chat) {
    return all.values().stream().filter(lane -> lane.chat == chat).toList();
  }

  int count() {
    return all.size();
  }

  boolean isUnderWay(String key) {
    Lane lane = all.get(key);
    return lane != null && isUnderWay(lane);
  }

  boolean isUnderWayIn(String chat) {
    return all.values().stream().anyMatch(lane -> lane.chat.id.equals(chat) && isUnderWay(lane));
  }

  private boolean isUnderWay(Lane lane) {
    return lane.busy && !rests.has(lane);
  }
}
