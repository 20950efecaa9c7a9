package playground;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A text or a caption that passed Telegram's checks, with its entities.
record Wording(String text, ArrayNode entities) {
  private static final int TEXT = 4096;
  private static final int CAPTION = 1024;

  /// A bot's text: 1 to 4096 UTF-16 units after parsing.
  static Wording text(Params params) {
    var text = params.text("text", "");
    var wording = read(text, params.text("parse_mode"), params.json("entities"));
    if (wording.text.isBlank()) throw ApiError.bad("message text is empty");
    if (wording.text.length() > TEXT) throw ApiError.bad("message is too long");
    return wording;
  }

  /// A bot's caption, or null when it gave none.
  static Wording caption(Params params) {
    if (!params.has("caption")) return null;
    return caption(params.text("caption"), params.text("parse_mode"), params.json("caption_entities"));
  }

  static Wording caption(String caption, String parseMode, JsonNode entities) {
    var wording = read(caption, parseMode, entities);
    if (wording.text.length() > CAPTION) throw ApiError.bad("message caption is too long");
    return wording;
  }

  /// What a person typed.
  static Wording typed(String text) {
    return new Wording(text, Entities.found(text));
  }

  private static Wording read(String raw, String parseMode, JsonNode given) {
    if (given.isArray() && !given.isEmpty()) {
      Entities.check(raw, given);
      var text = raw.stripTrailing();
      return new Wording(text, Entities.completed(given, text));
    }
    if (parseMode == null || parseMode.isEmpty()) {
      var text = raw.strip();
      return new Wording(text, Entities.found(text));
    }
    // Markdown is refused rather than half understood: the product sends entities or HTML.
    if (!parseMode.equalsIgnoreCase("HTML")) throw ApiError.bad("unsupported parse_mode");
    var parsed = new HtmlText(raw).parse();
    var text = parsed.text.stripTrailing();
    return new Wording(text, Entities.completed(parsed.entities, text));
  }

  ObjectNode asText() {
    return put(Json.object(), "text", "entities");
  }

  ObjectNode asCaption(ObjectNode content) {
    return text.isEmpty() ? content : put(content, "caption", "caption_entities");
  }

  private ObjectNode put(ObjectNode content, String name, String entitiesName) {
    content.put(name, text);
    if (!entities.isEmpty()) content.set(entitiesName, entities);
    return content;
  }
}
