package otklik.channels.telegram;

import java.util.EnumSet;
import java.util.Set;
import otklik.channels.Member;
import otklik.channels.Right;
import tools.jackson.databind.JsonNode;

/// How somebody stands in a chat (Bot API 10.1, ChatMember).
final class Members {
  private Members() {}

  /// A creator has every right, and rights of an administrator stand each under its name (ChatMemberAdministrator).
  static Member read(JsonNode member) {
    String status = JsonFields.text(member, "status");
    boolean creator = status.equals("creator");
    boolean administrator = creator || status.equals("administrator");
    JsonNode user = member.path("user");
    return new Member(
        name(user),
        !JsonFields.flag(user, "is_bot"),
        isPresent(status, member),
        !status.equals("restricted") || JsonFields.flag(member, "can_send_messages"),
        administrator,
        creator ? EnumSet.allOf(Right.class) : administrator ? rights(member) : Set.of(),
        JsonFields.flag(member, "is_anonymous"));
  }

  static String name(JsonNode user) {
    return (JsonFields.text(user, "first_name") + " " + JsonFields.text(user, "last_name")).strip();
  }

  /// Who is restricted may have left as well. A status of tomorrow counts as present, an answer without any doesn't.
  private static boolean isPresent(String status, JsonNode member) {
    return switch (status) {
      case "left", "kicked", "" -> false;
      case "restricted" -> JsonFields.flag(member, "is_member");
      default -> true;
    };
  }

  private static Set<Right> rights(JsonNode administrator) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    for (Right right : Right.values()) {
      String field =
          switch (right) {
            case MANAGE_TOPICS -> "can_manage_topics";
            case PIN_MESSAGES -> "can_pin_messages";
            case DELETE_MESSAGES -> "can_delete_messages";
          };
      if (JsonFields.flag(administrator, field)) {
        rights.add(right);
      }
    }
    return rights;
  }
}
