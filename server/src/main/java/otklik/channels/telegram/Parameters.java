package otklik.channels.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Button;
import otklik.channels.Keys;
import otklik.channels.Place;
import otklik.channels.Quote;
import otklik.channels.Target;
import tools.jackson.core.JsonGenerator;

/// The parameters that many methods of the Bot API have in common.
final class Parameters {
  private Parameters() {}

  static void place(JsonGenerator json, Place place) {
    id(json, "chat_id", place.chat());
    if (place.topic() != null) {
      id(json, "message_thread_id", place.topic());
    }
  }

  static void message(JsonGenerator json, Place place, Target target) {
    id(json, "chat_id", place.chat());
    id(json, "message_id", known(target));
  }

  /// A quote must stand in the original word for word, without what was put around it.
  static void reply(JsonGenerator json, @Nullable Target original, @Nullable Quote quote) {
    if (original != null) {
      json.writeObjectPropertyStart("reply_parameters");
      id(json, "message_id", known(original));
      json.writeBooleanProperty("allow_sending_without_reply", true);
      if (quote != null) {
        json.writeStringProperty("quote", quote.words().text());
        MessageEntities.write(json, "quote_entities", quote.words().text(), quote.words().spans());
        json.writeNumberProperty("quote_position", quote.position());
      }
      json.writeEndObject();
    }
  }

  private static String known(Target target) {
    return switch (target) {
      case Target.Known(String messageId) -> messageId;
      case Target.MadeBy made -> throw new IllegalStateException("not known yet: " + made);
    };
  }

  /// A message that is edited without a keyboard loses the one it had, so an empty one is simply left out.
  static void buttons(JsonGenerator json, List<List<Button>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("reply_markup");
    json.writeArrayPropertyStart("inline_keyboard");
    for (List<Button> row : rows) {
      json.writeStartArray();
      for (Button button : row) {
        json.writeStartObject();
        json.writeStringProperty("text", button.text());
        json.writeStringProperty("callback_data", button.data());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// ReplyKeyboardMarkup and ReplyKeyboardRemove.
  static void keys(JsonGenerator json, @Nullable Keys keys) {
    if (keys == null) {
      return;
    }
    json.writeObjectPropertyStart("reply_markup");
    switch (keys) {
      case Keys.Gone _ -> json.writeBooleanProperty("remove_keyboard", true);
      case Keys.Shown(var rows, boolean once) -> {
        json.writeArrayPropertyStart("keyboard");
        for (List<Keys.Key> row : rows) {
          json.writeStartArray();
          row.forEach(key -> key(json, key));
          json.writeEndArray();
        }
        json.writeEndArray();
        json.writeBooleanProperty("resize_keyboard", true);
        json.writeBooleanProperty("one_time_keyboard", once);
      }
    }
    json.writeEndObject();
  }

  private static void key(JsonGenerator json, Keys.Key key) {
    json.writeStartObject();
    json.writeStringProperty("text", key.text());
    switch (key.gives()) {
      case ITSELF -> {}
      case PHONE -> json.writeBooleanProperty("request_contact", true);
      case POSITION -> json.writeBooleanProperty("request_location", true);
    }
    json.writeEndObject();
  }

  static void id(JsonGenerator json, String field, String id) {
    try {
      json.writeNumberProperty(field, Long.parseLong(id));
    } catch (NumberFormatException _) {
      json.writeStringProperty(field, id);
    }
  }
}
