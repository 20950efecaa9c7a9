package otklik.channels.telegram;

import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Origin;
import otklik.channels.Quote;
import tools.jackson.databind.JsonNode;

/// What stands around a message: a forward, a quote, an answer to a message of another chat (Bot API 10.1, MessageOrigin,
/// TextQuote, ExternalReplyInfo).
final class Contexts {
  /// A channel's posts stand at t.me under its username.
  private static final String PUBLIC = "https://t.me/";

  private Contexts() {}

  static Context of(JsonNode message) {
    JsonNode forward = message.path("forward_origin");
    JsonNode external = message.path("external_reply");
    JsonNode story = message.path("reply_to_story");
    Quote quote = message.path("quote").isObject() ? quote(message.path("quote")) : item(message);
    if (!forward.isObject() && !external.isObject() && !story.isObject() && quote == null) {
      return Context.NONE;
    }
    return new Context(forward.isObject() ? origin(forward) : null, quote,
        external.isObject() ? origin(external.path("origin"))
            : story.isObject() ? new Origin(JsonFields.text(story.path("chat"), "title").strip(), null) : null);
  }

  /// One task of a checklist, or one option of a poll, that is answered: a copy of either is a text with all of them.
  private static @Nullable Quote item(JsonNode message) {
    JsonNode original = message.path("reply_to_message");
    String task = JsonFields.id(message, "reply_to_checklist_task_id");
    String option = JsonFields.id(message, "reply_to_poll_option_id");
    if (task == null && option == null) {
      return null;
    }
    JsonNode items = task != null ? original.path("checklist").path("tasks") : original.path("poll").path("options");
    for (JsonNode item : items.values()) {
      String id = JsonFields.id(item, task != null ? "id" : "persistent_id");
      String words = JsonFields.text(item, "text");
      if (id != null && id.equals(task != null ? task : option) && !words.isEmpty()) {
        return new Quote(Content.Text.of(words), 0);
      }
    }
    return null;
  }

  private static @Nullable Quote quote(JsonNode quote) {
    String words = JsonFields.text(quote, "text");
    return words.isEmpty() ? null
        : new Quote(new Content.Text(words, MessageEntities.read(quote.path("entities"), words)),
            quote.path("position").asInt(0));
  }

  private static Origin origin(JsonNode origin) {
    return switch (JsonFields.text(origin, "type")) {
      case "user" -> new Origin(Members.name(origin.path("sender_user")), null,
          JsonFields.id(origin.path("sender_user"), "id"));
      case "hidden_user" -> new Origin(JsonFields.text(origin, "sender_user_name").strip(), null);
      case "chat" -> new Origin(JsonFields.text(origin.path("sender_chat"), "title").strip(), null);
      case "channel" -> new Origin(JsonFields.text(origin.path("chat"), "title").strip(),
          link(JsonFields.textOrNull(origin.path("chat"), "username"), JsonFields.id(origin, "message_id")));
      default -> new Origin("", null);
    };
  }

  private static @Nullable String link(@Nullable String username, @Nullable String message) {
    return username == null || message == null || !username.matches("\\w{1,64}") ? null
        : PUBLIC + username + "/" + message;
  }
}
