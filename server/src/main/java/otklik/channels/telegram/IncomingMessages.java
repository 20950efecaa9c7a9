package otklik.channels.telegram;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Incoming.TopicChange;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import tools.jackson.databind.JsonNode;

/// Reads messages, new and edited ones.
final class IncomingMessages {
  /// Service messages of Bot API 10.1 and their legacy names, which are still sent.
  private static final Set<String> SERVICE =
      Set.of(
          "new_chat_members", "new_chat_member", "new_chat_participant", "left_chat_member", "left_chat_participant",
          "chat_owner_left", "chat_owner_changed", "new_chat_title", "new_chat_photo", "delete_chat_photo",
          "group_chat_created", "supergroup_chat_created", "channel_chat_created",
          "message_auto_delete_timer_changed", "pinned_message", "successful_payment", "refunded_payment",
          "users_shared", "user_shared", "chat_shared", "gift", "unique_gift", "gift_upgrade_sent",
          "connected_website", "write_access_allowed", "proximity_alert_triggered", "boost_added",
          "chat_background_set", "checklist_tasks_done", "checklist_tasks_added", "direct_message_price_changed",
          "forum_topic_edited", "general_forum_topic_hidden", "general_forum_topic_unhidden", "giveaway_created",
          "giveaway_completed", "managed_bot_created", "paid_message_price_changed", "poll_option_added",
          "poll_option_deleted", "suggested_post_approved", "suggested_post_approval_failed",
          "suggested_post_declined", "suggested_post_paid", "suggested_post_refunded", "video_chat_scheduled",
          "video_chat_started", "video_chat_ended", "video_chat_participants_invited", "voice_chat_scheduled",
          "voice_chat_started", "voice_chat_ended", "voice_chat_participants_invited", "web_app_data");

  /// The frame of every message; a field beside these is what the message is about.
  private static final Set<String> FRAME =
      Set.of("message_id", "message_thread_id", "is_topic_message", "from", "sender_chat", "date", "edit_date", "chat");

  private final String botId;

  IncomingMessages(String botId) {
    this.botId = botId;
  }

  Incoming said(JsonNode message) {
    Place place = Places.of(message);
    MessageRef ref = place == null ? null : Places.ref(message, place.chat());
    if (place == null || ref == null) {
      return new Incoming.NotUnderstood("message");
    }
    Author by = Authors.ofMessage(message);
    Content content = Contents.of(message);
    if (content == null) {
      return service(message, place, by);
    }
    if (by.id().equals(botId)) {
      return new Incoming.Ignored("own message");
    }
    return new Incoming.Said(
        place,
        Places.isDirect(message.path("chat")),
        ref,
        by,
        content,
        Places.repliedTo(message, place.chat()),
        JsonFields.id(message, "media_group_id"),
        JsonFields.time(message, "date"),
        Contexts.of(message));
  }

  Incoming edited(JsonNode message) {
    Place place = Places.of(message);
    MessageRef ref = place == null ? null : Places.ref(message, place.chat());
    if (place == null || ref == null) {
      return new Incoming.NotUnderstood("edited_message");
    }
    Author by = Authors.ofMessage(message);
    Content content = Contents.of(message);
    if (content == null) {
      return withoutContent(message);
    }
    if (by.id().equals(botId)) {
      return new Incoming.Ignored("own message");
    }
    return new Incoming.Edited(
        place,
        Places.isDirect(message.path("chat")),
        ref,
        by,
        content,
        JsonFields.time(message, message.has("edit_date") ? "edit_date" : "date"));
  }

  /// A group that becomes a supergroup tells so in the old chat and in the new one, in any order.
  private Incoming service(JsonNode message, Place place, Author by) {
    String to = JsonFields.id(message, "migrate_to_chat_id");
    if (to != null) {
      return new Incoming.Moved(place.chat(), to);
    }
    String from = JsonFields.id(message, "migrate_from_chat_id");
    if (from != null) {
      return new Incoming.Moved(from, place.chat());
    }
    return topic(message, place, by);
  }

  /// The bot's own changes of topics come back as updates, unlike its other messages (server source,
  /// need_skip_update_message).
  private Incoming topic(JsonNode message, Place place, Author by) {
    if (message.has("forum_topic_created")) {
      return changed(message, place, by, TopicChange.OPENED, name(message, "forum_topic_created"));
    }
    if (message.has("forum_topic_closed")) {
      return changed(message, place, by, TopicChange.CLOSED, null);
    }
    if (message.has("forum_topic_reopened")) {
      return changed(message, place, by, TopicChange.REOPENED, null);
    }
    // Without a name only the icon changed.
    String name = name(message, "forum_topic_edited");
    return name == null ? withoutContent(message) : changed(message, place, by, TopicChange.RENAMED, name);
  }

  private Incoming changed(JsonNode message, Place place, Author by, TopicChange change, @Nullable String name) {
    Place topic = new Place(place.chat(), Places.thread(message));
    return new Incoming.TopicChanged(topic, by, by.id().equals(botId), change, name);
  }

  private static @Nullable String name(JsonNode message, String field) {
    return JsonFields.textOrNull(message.path(field), "name");
  }

  private static Incoming withoutContent(JsonNode message) {
    String unknown = "nothing";
    for (String field : message.propertyNames()) {
      if (SERVICE.contains(field)) {
        return new Incoming.Ignored(field);
      }
      if (!FRAME.contains(field)) {
        unknown = field;
      }
    }
    return new Incoming.NotUnderstood("message with " + unknown);
  }
}
