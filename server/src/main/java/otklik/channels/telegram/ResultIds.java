package otklik.channels.telegram;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import otklik.channels.Call;
import tools.jackson.databind.JsonNode;

/// The ids of what a call made.
final class ResultIds {
  private ResultIds() {}

  static List<String> by(Call call, JsonNode result) {
    return switch (call) {
      case Call.Say _ -> ids(Stream.of(result), "message_id");
      case Call.SayAlbum _ -> ids(result.values().stream(), "message_id");
      case Call.OpenTopic _ -> ids(Stream.of(result), "message_thread_id");
      case Call.EditText _, Call.EditCaption _, Call.EditButtons _, Call.Pin _, Call.Delete _ -> List.of();
      case Call.CloseTopic _, Call.ReopenTopic _, Call.RenameTopic _, Call.DeleteTopic _ -> List.of();
      case Call.AnswerPress _, Call.React _, Call.OfferCommands _, Call.Question _ -> List.of();
    };
  }

  /// Where topics are switched off, newer servers ignore the thread and put the message into the whole group (server
  /// source, check_message_topic). A chat says of itself whether it is a forum; one that isn't told says nothing.
  static boolean astray(Call call, JsonNode result) {
    JsonNode message = call instanceof Call.SayAlbum ? result.path(0) : result;
    JsonNode chat = message.path("chat");
    return call.place().topic() != null
        && JsonFields.text(chat, "type").endsWith("group")
        && !JsonFields.flag(chat, "is_forum")
        && !JsonFields.flag(message, "is_topic_message");
  }

  private static List<String> ids(Stream<JsonNode> results, String field) {
    return results.map(result -> JsonFields.id(result, field)).filter(Objects::nonNull).toList();
  }
}
