package otklik.helpdesk;

import java.util.Set;
import otklik.dialogs.Visitor;

/// What happens when a person presses a button in their chat with the desk. One bean for each family of buttons.
interface PersonButton {
  Set<Press.Action> actions();

  /// False when the button belongs to a question that isn't open any more.
  boolean pressed(Visitor visitor, Press press) throws Exception;
}
