package otklik.channels.telegram;

import org.jspecify.annotations.Nullable;
import otklik.channels.Author;
import otklik.channels.Incoming;
import otklik.channels.Member;
import otklik.channels.Place;
import otklik.channels.Right;
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
    Member self = Members.read(now);
    if (Places.isDirect(chat)) {
      return new Incoming.Reachability(place, by, self.present());
    }
    if (JsonFields.text(chat, "type").equals("channel")) {
      return new Incoming.Ignored("my_chat_member");
    }
    return new Incoming.Standing(place.chat(), by, self.present(), self.administrator(),
        self.rights().contains(Right.MANAGE_TOPICS), shown(chat, "title"), shown(chat, "username"));
  }

  private static @Nullable String shown(JsonNode chat, String field) {
    String text = JsonFields.text(chat, field).strip();
    return text.isEmpty() ? null : text;
  }
}
