package playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// The emoji that a message may be marked with.
final class Reactions {
  static final Set<String> ALLOWED = load();

  private Reactions() {}

  static ArrayNode json(List<String> emoji) {
    var list = Json.array();
    for (var each : emoji) list.add(Json.object().put("type", "emoji").put("emoji", each));
    return list;
  }

  /// Reads a bot's list: at most one emoji, and one that Telegram knows.
  static List<String> parse(JsonNode list) {
    var emoji = new ArrayList<String>();
    for (var each : list) {
      var value = each.path("emoji").asString("");
      if (!each.path("type").asString("").equals("emoji") || !ALLOWED.contains(value)) {
        throw ApiError.bad("REACTION_INVALID");
      }
      emoji.add(value);
    }
    if (emoji.size() > 1) throw ApiError.bad("REACTIONS_TOO_MANY");
    return emoji;
  }

  private static Set<String> load() {
    try (var stream = Reactions.class.getResourceAsStream("/playground/reactions.txt")) {
      return Set.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
