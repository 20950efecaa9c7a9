package otklik.channels.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The updates of one answer to getUpdates, each as the text that came.
record Batch(List<String> updates) {

  /// Cuts the array without understanding its elements, so that none can spoil the others.
  ///
  /// @return null where the answer isn't one with updates
  static @Nullable Batch of(Reply reply) {
    if (!(reply instanceof Reply.Answered(int status, byte[] body, _)) || status != 200) {
      return null;
    }
    // Through characters: bytes that aren't UTF-8 become question marks instead of stopping the bot for ever.
    String text = new String(body, StandardCharsets.UTF_8);
    try (JsonParser json = JsonFields.MAPPER.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      List<String> updates = null;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean result = json.currentName().equals("result");
        JsonToken value = json.nextToken();
        if (result && value == JsonToken.START_ARRAY) {
          updates = elements(json, text);
        } else {
          json.skipChildren();
        }
      }
      return updates == null || json.currentToken() != JsonToken.END_OBJECT ? null : new Batch(updates);
    } catch (JacksonException _) {
      return null;
    }
  }

  private static List<String> elements(JsonParser json, String text) {
    List<String> elements = new ArrayList<>();
    JsonToken token = json.nextToken();
    while (token != null && token != JsonToken.END_ARRAY) {
      int begin = (int) json.currentTokenLocation().getCharOffset();
      json.skipChildren();
      if (token.isStructStart()) {
        elements.add(text.substring(begin, (int) json.currentTokenLocation().getCharOffset() + 1));
      } else {
        elements.add(json.getString());
      }
      token = json.nextToken();
    }
    return elements;
  }
}
