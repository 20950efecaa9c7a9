package playground;

import java.util.Comparator;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Formatting of texts: checks what bots give and finds what Telegram itself finds.
/// Offsets and lengths are UTF-16 code units, which is what Java counts too.
final class Entities {
  private static final int MOST = 100;

  private Entities() {}

  static ObjectNode entity(String type, int offset, int length) {
    return Json.object().put("type", type).put("offset", offset).put("length", length);
  }

  static void check(String text, JsonNode entities) {
    if (entities.size() > MOST) throw ApiError.bad("ENTITIES_TOO_LONG");
    for (var entity : entities) {
      if (!entity.path("type").isString()) throw ApiError.bad("can't parse MessageEntity: Can't find field \"type\"");
      long offset = entity.path("offset").asLong(-1);
      long length = entity.path("length").asLong(-1);
      if (offset < 0 || length <= 0 || offset + length > text.length()) throw ApiError.bad("ENTITY_BOUNDS_INVALID");
      if (splitsSymbol(text, (int) offset)) throw ApiError.bad("entity begins in a middle of a UTF-16 symbol");
      if (splitsSymbol(text, (int) (offset + length))) throw ApiError.bad("entity ends in a middle of a UTF-16 symbol");
    }
  }

  private static boolean splitsSymbol(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /// The same entities in order of their offsets and not longer than the text, which may have lost
  /// blanks at its end.
  static ArrayNode tidy(JsonNode entities, int textLength) {
    var tidy = Json.array();
    StreamSupport.stream(entities.spliterator(), false)
        .sorted(Comparator.comparingInt(entity -> entity.path("offset").asInt(0)))
        .forEach(
            entity -> {
              int offset = entity.path("offset").asInt(0);
              int length = Math.min(entity.path("length").asInt(0), textLength - offset);
              if (length > 0) tidy.add(((ObjectNode) entity.deepCopy()).put("length", length));
            });
    return tidy;
  }

  /// The given entities, and what Telegram finds where none of them is.
  static ArrayNode completed(JsonNode given, String text) {
    var all = tidy(given, text.length());
    var found = found(text);
    if (found.isEmpty()) return all;
    for (var extra : found) {
      if (all.valueStream().noneMatch(entity -> overlap(entity, extra))) all.add(extra);
    }
    return tidy(all, text.length());
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    int start = one.path("offset").asInt(0);
    int otherStart = other.path("offset").asInt(0);
    return start < otherStart + other.path("length").asInt(0) && otherStart < start + one.path("length").asInt(0);
  }

  /// Commands, mentions, links and addresses, as Telegram marks them in a plain text.
  static ArrayNode found(String text) {
    var found = Json.array();
    if (text.indexOf('/') < 0 && text.indexOf('@') < 0) return found;
    int from = 0;
    while (from < text.length()) {
      while (from < text.length() && Character.isWhitespace(text.charAt(from))) from++;
      int end = from;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
      if (end > from) word(text, from, end, found);
      from = end;
    }
    return found;
  }

  private static void word(String text, int from, int end, ArrayNode found) {
    var word = text.substring(from, end);
    if (word.startsWith("http://") || word.startsWith("https://")) {
      found.add(entity("url", from, end - from));
    } else if (word.startsWith("/")) {
      int length = nameLength(word, 1, true);
      if (length > 1) found.add(entity("bot_command", from, length));
    } else if (word.startsWith("@")) {
      int length = nameLength(word, 1, false);
      if (length > 4) found.add(entity("mention", from, length));
    } else if (word.indexOf('@') > 0 && word.indexOf('.', word.indexOf('@')) > word.indexOf('@') + 1) {
      found.add(entity("email", from, word.endsWith(".") ? end - from - 1 : end - from));
    }
  }

  private static int nameLength(String word, int from, boolean mayNameBot) {
    int at = from;
    while (at < word.length() && (isNameCharacter(word.charAt(at)) || mayNameBot && word.charAt(at) == '@')) at++;
    return at;
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}
