package otklik.channels.telegram;

import org.jspecify.annotations.Nullable;
import otklik.channels.Incoming;
import otklik.channels.Place;
import tools.jackson.databind.JsonNode;

/// Which updates must be handled one after another: those of one private chat (all of its topics), of one topic, or of
/// a group outside of its topics.
final class ConversationKeys {
  private ConversationKeys() {}

  static String of(Incoming incoming, JsonNode update) {
    return switch (incoming) {
      case Incoming.Said said -> key(said.place(), said.direct());
      case Incoming.Edited edited -> key(edited.place(), edited.direct());
      case Incoming.Pressed pressed when pressed.on() == null -> "user:" + pressed.by().id();
      case Incoming.Pressed pressed -> key(pressed.place(), pressed.direct());
      case Incoming.Reacted reacted -> key(reacted.place(), reacted.direct());
      case Incoming.Reachability reachability -> key(reachability.place(), true);
      case Incoming.Standing standing -> standing.chat();
      case Incoming.Moved moved -> moved.fromChat();
      case Incoming.TopicChanged changed -> changed.place().key();
      case Incoming.Ignored _, Incoming.NotUnderstood _ -> any(update.path(Updates.kind(update)));
    };
  }

  private static String key(Place place, boolean direct) {
    return direct ? place.chat() : place.key();
  }

  private static String any(JsonNode payload) {
    Place place = Places.of(payload);
    if (place != null) {
      return key(place, Places.isDirect(payload.path("chat")));
    }
    String user = user(payload);
    return user == null ? "update" : "user:" + user;
  }

  private static @Nullable String user(JsonNode payload) {
    String from = JsonFields.id(payload.path("from"), "id");
    return from == null ? JsonFields.id(payload.path("user"), "id") : from;
  }
}
