package playground;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// How somebody stands in a group.
///
/// @param anonymous whether an administrator speaks in the group's name
record Member(Status status, Set<Right> rights, boolean anonymous) {
  enum Status {
    CREATOR,
    ADMINISTRATOR,
    MEMBER,
    RESTRICTED,
    LEFT,
    KICKED;

    String field() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Member(Status status, Set<Right> rights) {
    this(status, rights, false);
  }

  static final Member PLAIN = new Member(Status.MEMBER, Set.of());
  static final Member GONE = new Member(Status.LEFT, Set.of());
  static final Member KICKED = new Member(Status.KICKED, Set.of());
  static final Member MUTED = new Member(Status.RESTRICTED, Set.of());

  static Member admin(Set<Right> rights) {
    return new Member(
        Status.ADMINISTRATOR, rights.isEmpty() ? EnumSet.noneOf(Right.class) : EnumSet.copyOf(rights));
  }

  Member anonymously() {
    return new Member(status, rights, true);
  }

  boolean present() {
    return status != Status.LEFT && status != Status.KICKED;
  }

  boolean administers() {
    return status == Status.ADMINISTRATOR || status == Status.CREATOR;
  }

  boolean may(Right right) {
    return status == Status.CREATOR || rights.contains(right);
  }

  /// The `ChatMember` object of the Bot API.
  ObjectNode json(Account account) {
    var json = Json.object();
    json.set("user", account.json());
    json.put("status", status.field());
    switch (status) {
      case ADMINISTRATOR -> {
        json.put("can_be_edited", false).put("is_anonymous", anonymous);
        for (var right : Right.values()) json.put(right.field(), rights.contains(right));
      }
      case CREATOR -> json.put("is_anonymous", anonymous);
      case RESTRICTED -> json.put("is_member", true).put("can_send_messages", false).put("until_date", 0);
      case KICKED -> json.put("until_date", 0);
      case MEMBER, LEFT -> {}
    }
    return json;
  }
}
