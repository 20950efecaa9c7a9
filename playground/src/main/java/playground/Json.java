package playground;

import java.io.InputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The one JSON mapper of the playground and short names for its nodes.
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static JsonNode bool(boolean value) {
    return MAPPER.getNodeFactory().booleanNode(value);
  }

  static JsonNode number(long value) {
    return MAPPER.getNodeFactory().numberNode(value);
  }

  static JsonNode parse(byte[] bytes) {
    return MAPPER.readTree(bytes);
  }

  static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  static JsonNode parse(InputStream stream) {
    return MAPPER.readTree(stream);
  }

  static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }
}
