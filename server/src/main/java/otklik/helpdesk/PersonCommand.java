package otklik.helpdesk;

import otklik.dialogs.Visitor;

/// What a person can ask of the desk with a word that begins with a slash. One bean for each.
interface PersonCommand {
  /// Without the slash.
  String name();

  /// @param rest what stands behind the command's name
  void obey(Visitor visitor, String rest) throws Exception;

  /// Whether that is for the command. Else it is said like anything else.
  default boolean takes(String rest) {
    return rest.isEmpty();
  }
}
