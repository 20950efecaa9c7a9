package playground;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks keyboards as Telegram does.
final class Keyboards {
  private static final int DATA_BYTES = 64;
  private static final int MOST_BUTTONS = 100;
  private static final List<String> KINDS =
      List.of("inline_keyboard", "keyboard", "remove_keyboard", "force_reply");

  private Keyboards() {}

  /// The checked keyboard, or null when the call has none.
  static ObjectNode read(Params params, Room room) {
    var markup = params.json("reply_markup");
    if (!(markup instanceof ObjectNode object) || object.isEmpty()) return null;
    if (KINDS.stream().noneMatch(object::has)) throw ApiError.bad("object expected as reply markup");
    int buttons = 0;
    for (var row : object.path("inline_keyboard")) {
      for (var button : row) {
        inline(button);
        buttons++;
      }
    }
    if (buttons > MOST_BUTTONS) throw ApiError.bad("reply markup is too long");
    for (var row : object.path("keyboard")) for (var button : row) reply(button, room);
    if (object.has("inline_keyboard") && buttons == 0) return null;
    return object;
  }

  private static void inline(JsonNode button) {
    if (button.path("text").asString("").isEmpty()) throw ApiError.bad("BUTTON_TEXT_INVALID");
    var data = button.path("callback_data");
    if (data.isString()) {
      int size = data.stringValue().getBytes(StandardCharsets.UTF_8).length;
      if (size < 1 || size > DATA_BYTES) throw ApiError.bad("BUTTON_DATA_INVALID");
    } else if (button.size() < 2) {
      throw ApiError.bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }
    if (button.has("url") && !webAddress(button.path("url").asString(""))) throw ApiError.bad("BUTTON_URL_INVALID");
  }

  private static boolean webAddress(String url) {
    return url.startsWith("http://") || url.startsWith("https://") || url.startsWith("tg://");
  }

  private static void reply(JsonNode button, Room room) {
    var text = button.isString() ? button.stringValue() : button.path("text").asString("");
    if (text.isBlank()) throw ApiError.bad("keyboard button text must be non-empty");
    if (!room.group()) return;
    if (button.path("request_contact").asBoolean(false)) {
      throw ApiError.bad("phone number can be requested in private chats only");
    }
    if (button.path("request_location").asBoolean(false)) {
      throw ApiError.bad("location can be requested in private chats only");
    }
  }
}
