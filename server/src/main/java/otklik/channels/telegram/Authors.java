package otklik.channels.telegram;

import otklik.channels.Author;
import tools.jackson.databind.JsonNode;

/// Who speaks in an update. Only a person under their own account is human: a message `from` a user with a
/// `sender_chat` beside it is an anonymous administrator, a channel, or an automatic forward (Bot API 10.1, Message).
final class Authors {
  private static final String GROUP_ANONYMOUS_BOT = "1087968824";
  private static final String TELEGRAM = "777000";

  private Authors() {}

  static Author ofMessage(JsonNode message) {
    JsonNode speaker = message.path("sender_chat");
    if (speaker.isObject()) {
      return chat(speaker, false);
    }
    JsonNode from = message.path("from");
    return from.isObject() ? user(from, message.path("chat")) : chat(message.path("chat"), true);
  }

  /// @param chat where it happened
  static Author user(JsonNode from, JsonNode chat) {
    String id = id(from);
    if (id.equals(GROUP_ANONYMOUS_BOT)) {
      return chat(chat, false);
    }
    return new Author(
        id,
        name(from),
        JsonFields.textOrNull(from, "username"),
        JsonFields.textOrNull(from, "language_code"),
        !JsonFields.flag(from, "is_bot") && !id.equals(TELEGRAM) && !id.isEmpty());
  }

  /// A chat that speaks for itself. A private chat is its person.
  static Author chat(JsonNode chat, boolean personIfPrivate) {
    String title = JsonFields.text(chat, "title");
    return new Author(
        id(chat),
        title.isEmpty() ? name(chat) : title.strip(),
        JsonFields.textOrNull(chat, "username"),
        null,
        personIfPrivate && Places.isDirect(chat));
  }

  private static String id(JsonNode who) {
    String id = JsonFields.id(who, "id");
    return id == null ? "" : id;
  }

  private static String name(JsonNode who) {
    return (JsonFields.text(who, "first_name") + " " + JsonFields.text(who, "last_name")).strip();
  }
}
