package playground;

import tools.jackson.databind.node.ObjectNode;

/// Where a forwarded message comes from: the `MessageOrigin` of the Bot API, without its date.
public record Origin(ObjectNode json) {
  public static Origin person(long id, String firstName) {
    var origin = Json.object().put("type", "user");
    origin.set("sender_user", Json.object().put("id", id).put("is_bot", false).put("first_name", firstName));
    return new Origin(origin);
  }

  /// Somebody whose settings hide their account.
  public static Origin hidden(String name) {
    return new Origin(Json.object().put("type", "hidden_user").put("sender_user_name", name));
  }

  /// @param username null for a private channel
  public static Origin channel(String title, String username, int messageId) {
    var chat = Json.object().put("id", -1_005_550_001L).put("type", "channel").put("title", title);
    if (username != null) chat.put("username", username);
    var origin = Json.object().put("type", "channel").put("message_id", messageId);
    origin.set("chat", chat);
    return new Origin(origin);
  }

  ObjectNode at(int date) {
    return json.deepCopy().put("date", date);
  }
}
