package otklik.channels.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.channels.Span;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// Message entities (Bot API 10.1, MessageEntity) to spans and back. Samples show them unsorted.
final class MessageEntities {
  /// Those that carry formatting. Telegram finds the others (links, mentions, hashtags, commands …) in the text by
  /// itself; custom emoji are refused to most bots, and without the entity the plain emoji in the text remains.
  private static final Set<String> SENDABLE =
      Set.of(
          "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention",
          "blockquote", "expandable_blockquote");

  private MessageEntities() {}

  static List<Span> read(JsonNode entities, String text) {
    if (entities.isEmpty()) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    for (JsonNode entity : entities.values()) {
      String type = JsonFields.text(entity, "type");
      long offset = entity.path("offset").asLong(-1);
      long length = entity.path("length").asLong(0);
      if (!type.isEmpty() && fits(offset, length, text)) {
        spans.add(new Span(type, (int) offset, (int) length, detail(type, entity)));
      }
    }
    return List.copyOf(spans);
  }

  static void write(JsonGenerator json, String field, String text, List<Span> spans) {
    List<Span> sendable = spans.stream().filter(span -> isSendable(span, text)).toList();
    if (sendable.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(field);
    for (Span span : sendable) {
      json.writeStartObject();
      json.writeStringProperty("type", span.type());
      json.writeNumberProperty("offset", span.offset());
      json.writeNumberProperty("length", span.length());
      if (span.detail() != null) {
        detail(json, span.type(), span.detail());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static boolean fits(long offset, long length, String text) {
    return offset >= 0 && length > 0 && length <= text.length() && offset <= text.length() - length;
  }

  private static @Nullable String detail(String type, JsonNode entity) {
    return switch (type) {
      case "text_link" -> JsonFields.textOrNull(entity, "url");
      case "pre" -> JsonFields.textOrNull(entity, "language");
      case "text_mention" -> JsonFields.id(entity.path("user"), "id");
      case "custom_emoji" -> JsonFields.id(entity, "custom_emoji_id");
      default -> null;
    };
  }

  private static boolean isSendable(Span span, String text) {
    if (!SENDABLE.contains(span.type()) || !fits(span.offset(), span.length(), text)) {
      return false;
    }
    return switch (span.type()) {
      case "text_link" -> span.detail() != null;
      case "text_mention" -> span.detail() != null && span.detail().matches("\\d{1,18}");
      default -> true;
    };
  }

  private static void detail(JsonGenerator json, String type, String detail) {
    switch (type) {
      case "text_link" -> json.writeStringProperty("url", detail);
      case "pre" -> json.writeStringProperty("language", detail);
      case "text_mention" -> {
        json.writeObjectPropertyStart("user");
        json.writeNumberProperty("id", Long.parseLong(detail));
        json.writeEndObject();
      }
      default -> {}
    }
  }
}
