package playground;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What an administrator of a group may do; the names are Telegram's.
public enum Right {
  CAN_MANAGE_CHAT,
  CAN_DELETE_MESSAGES,
  CAN_MANAGE_TOPICS,
  CAN_PIN_MESSAGES,
  CAN_RESTRICT_MEMBERS,
  CAN_PROMOTE_MEMBERS,
  CAN_CHANGE_INFO,
  CAN_INVITE_USERS,
  CAN_MANAGE_VIDEO_CHATS;

  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Set<Right> all() {
    return EnumSet.allOf(Right.class);
  }
}
