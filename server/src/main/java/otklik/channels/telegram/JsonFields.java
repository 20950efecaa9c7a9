package otklik.channels.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads fields of Telegram's JSON without ever failing: what isn't as expected counts as absent.
final class JsonFields {
  /// Without Jackson's limits on depth and on the length of numbers: one update beyond them would make the whole batch
  /// unreadable that it comes in, again and again. Telegram limits the size of what it sends.
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Integer.MAX_VALUE)
                          .maxNumberLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .build();

  /// The longest real ones have 20 characters. They become parts of keys, so they must not grow as they like.
  private static final int LONGEST_ID = 64;

  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private JsonFields() {}

  static String text(JsonNode object, String field) {
    return clean(object.path(field).stringValue(""));
  }

  static @Nullable String textOrNull(JsonNode object, String field) {
    String text = object.path(field).stringValue(null);
    return text == null ? null : clean(text);
  }

  /// PostgreSQL keeps no NUL in a text; a sign of the same length in its place leaves the entities' offsets right.
  static String clean(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  /// Ids are numbers of up to 52 bits, and strings in some places; official samples also show numbers where the
  /// specification says String (callback and inline query ids). What is longer than any id counts as absent.
  static @Nullable String id(JsonNode object, String field) {
    JsonNode id = object.path(field);
    String text = id.isIntegralNumber() ? id.asString() : id.stringValue("");
    return text.isEmpty() || text.length() > LONGEST_ID ? null : clean(text);
  }

  static boolean flag(JsonNode object, String field) {
    return object.path(field).booleanValue(false);
  }

  /// Seconds since 1970; absurd ones count as 1970.
  static Instant time(JsonNode object, String field) {
    long seconds = object.path(field).asLong(0);
    return Instant.ofEpochSecond(seconds < 0 || seconds > LAST_SECOND ? 0 : seconds);
  }
}
