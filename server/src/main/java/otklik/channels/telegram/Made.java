package otklik.channels.telegram;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import otklik.channels.Call;
import tools.jackson.databind.JsonNode;

/// The ids of what a call made.
final class Made {
  private Made() {}

  static List<String> by(Call call, JsonNode result) {
    return switch (call) {
      case Call.Say _ -> ids(Stream.of(result), "message_id");
      case Call.SayAlbum _ -> ids(result.values().stream(), "message_id");
      case Call.OpenTopic _ -> ids(Stream.of(result), "message_thread_id");
      case Call.EditText _, Call.EditButtons _, Call.Pin _, Call.Delete _ -> List.of();
      case Call.CloseTopic _, Call.ReopenTopic _, Call.AnswerPress _, Call.React _ -> List.of();
    };
  }

  private static List<String> ids(Stream<JsonNode> results, String field) {
    return results.map(result -> Json.id(result, field)).filter(Objects::nonNull).toList();
  }
}
