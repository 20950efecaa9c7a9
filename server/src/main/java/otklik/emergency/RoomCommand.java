package otklik.emergency;

/// What coordinators can order in their group with a word that begins with a slash. One bean for each; only
/// coordinators get here. `/help` shows each with the text `emergency.command.<name>`.
sealed interface RoomCommand permits RoomAction, RoomQuery {
  /// Without the slash.
  String name();
}
