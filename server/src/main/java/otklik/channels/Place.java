package otklik.channels;

import org.jspecify.annotations.Nullable;

/// Where messages go: a chat, or one topic of a group. Ids are the messenger's own, as text.
///
/// @param topic null for a chat without topics, and for a forum's General topic
public record Place(String chat, @Nullable String topic) {
  public static Place chat(String chat) {
    return new Place(chat, null);
  }

  /// A place by its [#key].
  public static Place read(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? chat(key) : new Place(key.substring(0, slash), key.substring(slash + 1));
  }

  /// The lane whose deliveries keep their order, and the conversation whose updates do.
  public String key() {
    return topic == null ? chat : chat + "/" + topic;
  }
}
