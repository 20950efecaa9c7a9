package otklik.emergency;

import otklik.storage.Tx;

/// What coordinators can order in their group with a word that begins with a slash. One bean for each; only
/// coordinators get here. `/help` shows each with the text `emergency.command.<name>`.
interface RoomCommand {
  /// Without the slash.
  String name();

  void obey(Tx tx, Order order) throws Exception;
}
