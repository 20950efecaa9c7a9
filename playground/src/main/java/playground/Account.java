package playground;

import tools.jackson.databind.node.ObjectNode;

/// Who somebody is: a user or a bot, as a messenger shows them.
record Account(long id, boolean bot, String firstName, String lastName, String username, String language) {
  static final Account ANONYMOUS_ADMIN =
      new Account(1087968824L, true, "Group", null, "GroupAnonymousBot", null);

  /// The `User` object of the Bot API; the language is there only for people.
  ObjectNode json() {
    var json = Json.object().put("id", id).put("is_bot", bot).put("first_name", firstName);
    if (lastName != null) json.put("last_name", lastName);
    if (username != null) json.put("username", username);
    if (language != null) json.put("language_code", language);
    return json;
  }
}
