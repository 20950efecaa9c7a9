package otklik.talk;

/// What a team can order in its group with a slash command. One bean for each; only the team gets here.
/// The group's menu and `/help` show each with the text `command.<name>`.
public sealed interface RoomCommand extends Part permits RoomAction, RoomQuery {
  /// Without the slash: 1–32 of a-z, 0-9 and _ (Bot API, BotCommand).
  String name();

  /// Whether only admins may give it.
  default boolean isForAdmins() {
    return false;
  }
}
