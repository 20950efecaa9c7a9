package otklik.emergency;

import otklik.dialogs.Visitor;

/// What somebody can ask for in their own chat with a word that begins with a slash. One bean for each.
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
