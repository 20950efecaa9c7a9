package otklik.helpdesk;

/// What operators can order in the group with a word that begins with a slash. One bean for each; only operators get
/// here. The group's menu and `/help` show each with the text `command.<name>`.
sealed interface RoomCommand permits RoomAction, RoomQuery {
  /// Without the slash: 1–32 of a-z, 0-9 and _ (Bot API, BotCommand).
  String name();

  /// Whether only admins may give it.
  default boolean isForAdmins() {
    return false;
  }
}
