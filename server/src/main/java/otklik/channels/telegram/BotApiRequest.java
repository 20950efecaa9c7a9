package otklik.channels.telegram;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// A method of the Bot API and its parameters as JSON.
record BotApiRequest(String method, byte[] body) {
  static BotApiRequest to(String method, Consumer<JsonGenerator> parameters) {
    // Through characters: the generator of bytes throws on half a surrogate pair, which a person can write.
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = JsonFields.MAPPER.createGenerator(text)) {
      json.writeStartObject();
      parameters.accept(json);
      json.writeEndObject();
    }
    return new BotApiRequest(method, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static BotApiRequest to(String method) {
    return to(method, _ -> {});
  }
}
