package otklik.channels.telegram;

import otklik.channels.Author;
import otklik.channels.Incoming;
import otklik.channels.Place;
import tools.jackson.databind.JsonNode;

/// What the bot itself may still do somewhere: `my_chat_member`. In a private chat it says whether the person blocked
/// the bot (Bot API 10.1, Update).
final class Standings {
  private Standings() {}

  static Incoming read(JsonNode change) {
    JsonNode chat = change.path("chat");
    JsonNode now = change.path("new_chat_member");
    Place place = Places.of(change);
    if (place == null || !now.path("status").isString()) {
      return new Incoming.NotUnderstood("my_chat_member");
    }
    Author by = Authors.user(change.path("from"), chat);
    String status = Json.text(now, "status");
    if (Places.isDirect(chat)) {
      return new Incoming.Reachability(place, by, isMember(status, now));
    }
    if (Json.text(chat, "type").equals("channel")) {
      return new Incoming.Ignored("my_chat_member");
    }
    boolean administrator = status.equals("administrator") || status.equals("creator");
    boolean topics = status.equals("creator") || administrator && Json.flag(now, "can_manage_topics");
    return new Incoming.Standing(place.chat(), by, isMember(status, now), administrator, topics);
  }

  static boolean isMember(String status, JsonNode member) {
    return switch (status) {
      case "left", "kicked" -> false;
      case "restricted" -> Json.flag(member, "is_member");
      default -> true;
    };
  }
}
