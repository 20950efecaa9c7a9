package otklik.talk;

import otklik.dialogs.Visitor;

/// What somebody can ask for in their own chat with a slash command. One bean for each; the messenger's
/// menu shows it with the text `person-command.<name>`.
public interface PersonCommand extends Part {
  /// Without the slash: 1–32 of a-z, 0-9 and _ (Bot API, BotCommand).
  String name();

  /// @param rest what stands behind the command's name
  void obey(Visitor visitor, String rest) throws Exception;

  /// Where it stands in the menu among the scenario's own: small numbers first, then by name.
  default int rank() {
    return 0;
  }

  /// Whether that is for the command. Else it is said like anything else.
  default boolean takes(Visitor visitor, String rest) {
    return rest.isEmpty();
  }
}
