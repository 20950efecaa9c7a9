package otklik.channels.telegram;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// A method of the Bot API and its parameters as JSON.
record Request(String method, byte[] body) {
  static Request to(String method, Consumer<JsonGenerator> parameters) {
    // Through characters: the generator of bytes throws on half a surrogate pair, which a person can write.
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
      json.writeStartObject();
      parameters.accept(json);
      json.writeEndObject();
    }
    return new Request(method, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Request to(String method) {
    return to(method, _ -> {});
  }
}
