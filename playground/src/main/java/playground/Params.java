package playground;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// The parameters of a call, whichever way they came: query, form, JSON or multipart.
/// Numbers may come as strings and objects as strings of JSON, as everywhere in the Bot API.
final class Params {
  private final ObjectNode values;
  private final Map<String, Upload> uploads;

  Params(ObjectNode values, Map<String, Upload> uploads) {
    this.values = values;
    this.uploads = uploads;
  }

  static Params of(String query, String contentType, byte[] body) {
    var values = Json.object();
    var uploads = new HashMap<String, Upload>();
    if (query != null) form(query, values);
    if (body.length == 0) return new Params(values, uploads);
    var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      values.setAll(object(body));
    } else if (type.startsWith("multipart/form-data")) {
      Multipart.parse(contentType, body, values, uploads);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      form(new String(body, StandardCharsets.UTF_8), values);
    }
    return new Params(values, uploads);
  }

  private static ObjectNode object(byte[] body) {
    try {
      if (Json.parse(body) instanceof ObjectNode object) return object;
    } catch (JacksonException e) {
      throw ApiError.bad("can't parse JSON object");
    }
    throw ApiError.bad("can't parse JSON object");
  }

  private static void form(String form, ObjectNode values) {
    int from = 0;
    while (from < form.length()) {
      int end = form.indexOf('&', from);
      if (end < 0) end = form.length();
      int equals = form.indexOf('=', from);
      if (equals > from && equals < end) {
        values.put(decode(form.substring(from, equals)), decode(form.substring(equals + 1, end)));
      }
      from = end + 1;
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  ObjectNode all() {
    return values;
  }

  boolean has(String name) {
    return values.hasNonNull(name);
  }

  /// The text, or null when there is none.
  String text(String name) {
    var value = values.get(name);
    return value == null || value.isNull() ? null : value.isString() ? value.stringValue() : value.toString();
  }

  String text(String name, String absent) {
    var text = text(name);
    return text == null ? absent : text;
  }

  long number(String name, long absent) {
    var value = values.get(name);
    if (value == null || value.isNull()) return absent;
    if (value.isNumber()) return value.longValue();
    try {
      return Long.parseLong(value.asString("").strip());
    } catch (NumberFormatException e) {
      return absent;
    }
  }

  int integer(String name, int absent) {
    return (int) number(name, absent);
  }

  double decimal(String name) {
    var value = values.path(name);
    if (value.isNumber()) return value.doubleValue();
    try {
      return Double.parseDouble(value.asString(""));
    } catch (NumberFormatException e) {
      throw ApiError.bad("parameter \"" + name + "\" is required");
    }
  }

  boolean flag(String name) {
    var value = values.path(name);
    if (value.isBoolean()) return value.booleanValue();
    var text = value.isString() ? value.stringValue() : value.isNumber() ? value.toString() : "";
    return text.equalsIgnoreCase("true") || text.equals("1");
  }

  /// An object or a list; a missing node when absent.
  JsonNode json(String name) {
    var value = values.path(name);
    if (value.isNull()) return MissingNode.getInstance();
    if (!value.isString()) return value;
    if (value.stringValue().isEmpty()) return MissingNode.getInstance();
    try {
      return Json.parse(value.stringValue());
    } catch (JacksonException e) {
      throw ApiError.bad("can't parse " + name.replace('_', ' ') + " JSON object");
    }
  }

  Upload upload(String name) {
    return uploads.get(name);
  }
}
