package otklik.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lanes of one channel in which something waits or is under way, as far as there is room for them in memory; the
/// others stay on disk until there is. Guarded by its [Dispatcher].
final class Lanes {
  private final Map<String, Lane> all = new HashMap<>();
  private final Chats chats;
  private final RetryBackoff retryBackoff;
  private final LeftOut leftOut;

  Lanes(Chats chats, RetryBackoff retryBackoff, LeftOut leftOut) {
    this.chats = chats;
    this.retryBackoff = retryBackoff;
    this.leftOut = leftOut;
  }

  /// Opens it where there was none and is room for it. What goes at once always has room. What was left on disk goes
  /// first.
  ///
  /// @return null for one that stays on disk for now
  @Nullable Lane of(String key, String chatId, Priority priority) {
    Lane open = all.get(key);
    if (open != null) {
      return open;
    }
    if (!LaneName.isFree(key) && !leftOut.hasRoom(chats.find(chatId), priority)) {
      return null;
    }
    Chat chat = chats.of(chatId);
    chat.lanes++;
    Lane lane = new Lane(key, chat);
    if (!LaneName.isFree(key) && leftOut.mayHide(chat)) {
      lane.window.suspectMore();
    }
    all.put(key, lane);
    return lane;
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
    return lane.busy && !retryBackoff.has(lane);
  }
}
