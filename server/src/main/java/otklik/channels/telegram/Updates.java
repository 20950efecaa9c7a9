package otklik.channels.telegram;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.channels.Author;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Received;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads updates (Bot API 10.1, Update).
final class Updates {
  private static final Logger log = LoggerFactory.getLogger(Updates.class);

  /// What this version asks Telegram for. Reactions come only when asked for by name.
  static final List<String> ALLOWED =
      List.of("message", "edited_message", "callback_query", "my_chat_member", "message_reaction");

  /// Known, not asked for; what was queued before an upgrade or by another program comes all the same.
  private static final Set<String> IGNORED =
      Set.of(
          "channel_post", "edited_channel_post", "business_connection", "business_message",
          "edited_business_message", "deleted_business_messages", "guest_message", "message_reaction_count",
          "inline_query", "chosen_inline_result", "shipping_query", "pre_checkout_query", "purchased_paid_media",
          "poll", "poll_answer", "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost",
          "managed_bot");

  private static final String UPDATE_ID = "update_id";
  private static final int LONGEST_KIND = 64;

  private final IncomingMessages incomingMessages;

  Updates(String botId) {
    this.incomingMessages = new IncomingMessages(botId);
  }

  /// @return null where the text is no JSON object or has no id to know it by
  @Nullable Received received(String raw) {
    JsonNode update;
    try {
      update = JsonFields.MAPPER.readTree(raw);
    } catch (JacksonException _) {
      return null;
    }
    long id = update.path(UPDATE_ID).asLong(-1);
    if (id < 0) {
      return null;
    }
    Incoming incoming = tolerantly(update);
    return new Received(Long.toString(id), ConversationKeys.of(incoming, update), raw, incoming);
  }

  Incoming read(String raw) {
    try {
      return tolerantly(JsonFields.MAPPER.readTree(raw));
    } catch (JacksonException _) {
      return new Incoming.NotUnderstood("no JSON");
    }
  }

  /// A fault of ours in reading one update must not stop the bot for everybody.
  private Incoming tolerantly(JsonNode update) {
    try {
      return incoming(update);
    } catch (RuntimeException fault) {
      log.error("An update can't be read: {}", update.path(UPDATE_ID), fault);
      return new Incoming.NotUnderstood(kind(update));
    }
  }

  Incoming incoming(JsonNode update) {
    String kind = kind(update);
    JsonNode payload = update.path(kind);
    return switch (kind) {
      case "message" -> incomingMessages.said(payload);
      case "edited_message" -> incomingMessages.edited(payload);
      case "callback_query" -> pressed(payload);
      case "message_reaction" -> reacted(payload);
      case "my_chat_member" -> Standings.read(payload);
      default -> IGNORED.contains(kind) ? new Incoming.Ignored(kind) : new Incoming.NotUnderstood(kind);
    };
  }

  /// An update has one field beside its id; kinds that are unknown today will come.
  static String kind(JsonNode update) {
    for (String field : update.propertyNames()) {
      if (!field.equals(UPDATE_ID)) {
        return field.length() <= LONGEST_KIND ? field : field.substring(0, LONGEST_KIND);
      }
    }
    return "nothing";
  }

  /// The message may be missing, or be known by its id only when it is too old (InaccessibleMessage).
  private static Incoming pressed(JsonNode query) {
    String press = JsonFields.id(query, "id");
    JsonNode message = query.path("message");
    Author by = Authors.user(query.path("from"), message.path("chat"));
    if (press == null || by.id().isEmpty()) {
      return new Incoming.NotUnderstood("callback_query");
    }
    Place place = Places.of(message);
    if (place == null) {
      return new Incoming.Pressed(Place.chat(by.id()), true, press, by, null, JsonFields.textOrNull(query, "data"));
    }
    return new Incoming.Pressed(
        place,
        Places.isDirect(message.path("chat")),
        press,
        by,
        Places.ref(message, place.chat()),
        JsonFields.textOrNull(query, "data"));
  }

  /// Tells no topic.
  private static Incoming reacted(JsonNode reaction) {
    JsonNode chat = reaction.path("chat");
    Place place = Places.of(reaction);
    MessageRef on = place == null ? null : Places.ref(reaction, place.chat());
    if (place == null || on == null) {
      return new Incoming.NotUnderstood("message_reaction");
    }
    JsonNode actor = reaction.path("actor_chat");
    Author by = actor.isObject() ? Authors.chat(actor, false) : Authors.user(reaction.path("user"), chat);
    List<String> emoji = reaction.path("new_reaction").values().stream().map(Updates::emoji).toList();
    return new Incoming.Reacted(Place.chat(place.chat()), Places.isDirect(chat), on, by, emoji);
  }

  private static String emoji(JsonNode reaction) {
    return switch (JsonFields.text(reaction, "type")) {
      case "emoji" -> JsonFields.text(reaction, "emoji");
      case "custom_emoji" -> "custom:" + JsonFields.text(reaction, "custom_emoji_id");
      default -> JsonFields.text(reaction, "type");
    };
  }
}
