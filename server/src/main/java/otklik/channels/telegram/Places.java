package otklik.channels.telegram;

import org.jspecify.annotations.Nullable;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import tools.jackson.databind.JsonNode;

/// Where a message stands.
final class Places {
  private static final String GENERAL = "1";

  private Places() {}

  /// Official samples of private chats also come without a type.
  static boolean isDirect(JsonNode chat) {
    JsonNode type = chat.path("type");
    if (type.isString()) {
      return type.stringValue().equals("private");
    }
    String id = JsonFields.id(chat, "id");
    return id != null && !id.startsWith("-");
  }

  /// @return null for a message without a chat
  static @Nullable Place of(JsonNode message) {
    String chat = JsonFields.id(message.path("chat"), "id");
    return chat == null ? null : new Place(chat, topic(message));
  }

  /// Only `is_topic_message` makes a topic: outside of topics `message_thread_id` is the first message of a chain of
  /// replies, and nothing can be sent there (server source, get_forum_topic_id). General has neither field; a
  /// thread 1 that was seen there all the same can't be written to either.
  private static @Nullable String topic(JsonNode message) {
    return JsonFields.flag(message, "is_topic_message") ? thread(message) : null;
  }

  /// The topic that a service message about topics means, with or without `is_topic_message`.
  static @Nullable String thread(JsonNode message) {
    String thread = JsonFields.id(message, "message_thread_id");
    return GENERAL.equals(thread) ? null : thread;
  }

  /// @return null for a message without an id
  static @Nullable MessageRef ref(JsonNode message, String chat) {
    String id = JsonFields.id(message, "message_id");
    return id == null ? null : new MessageRef(chat, id);
  }

  /// Every plain message of a topic comes as a reply to the message that created the topic: that is not a reply
  /// (server source, get_implicit_reply_to_message_id).
  static @Nullable MessageRef repliedTo(JsonNode message, String chat) {
    JsonNode original = message.path("reply_to_message");
    if (!original.isObject() || original.has("forum_topic_created")) {
      return null;
    }
    MessageRef ref = ref(original, chat);
    boolean implicit = ref != null && JsonFields.flag(message, "is_topic_message") && ref.id().equals(thread(message));
    return implicit ? null : ref;
  }
}
