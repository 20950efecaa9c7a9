package playground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A message as it stands in a room. Guarded by the world's lock.
///
/// The content has the shape of the Bot API with the type as its first property, and without
/// `file_id`s, which differ from bot to bot and are added when a bot looks.
final class Post {
  static final Set<String> SERVICE =
      Set.of(
          "forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
          "pinned_message", "migrate_to_chat_id", "migrate_from_chat_id",
          "new_chat_members", "left_chat_member", "supergroup_chat_created");

  final int id;
  final long from;
  final int date;
  ObjectNode content;
  ObjectNode markup;
  ObjectNode forward;
  /// The part of the answered message that is meant, as `TextQuote`; null for all of it.
  ObjectNode quote;
  int thread;
  int replyTo;
  int about;
  int edited;
  String album;
  boolean anonymous;
  boolean pinned;
  boolean deleted;
  final Map<Long, List<String>> reactions = new LinkedHashMap<>(2);

  Post(int id, long from, int date, ObjectNode content) {
    this.id = id;
    this.from = from;
    this.date = date;
    this.content = content;
  }

  String type() {
    return content.propertyNames().iterator().next();
  }

  boolean service() {
    return SERVICE.contains(type());
  }

  boolean inlineKeyboard() {
    return markup != null && markup.has("inline_keyboard");
  }
}
