package otklik.helpdesk;

import otklik.storage.Tx;

/// What operators can order in the group with a word that begins with a slash. One bean for each; only operators get
/// here. The group's menu and `/help` show each with the text `command.<name>`.
interface RoomCommand {
  /// Without the slash: 1–32 of a-z, 0-9 and _ (Bot API, BotCommand).
  String name();

  /// Whether only admins may give it.
  default boolean isForAdmins() {
    return false;
  }

  /// Whether it brings words to the person: then it isn't kept as a note besides.
  default boolean isAnswer() {
    return false;
  }

  void obey(Tx tx, Order order) throws Exception;
}
