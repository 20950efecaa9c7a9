package otklik.emergency;

import java.util.Set;
import otklik.storage.Tx;

/// What happens when somebody presses a button in their own chat. One bean for each family of buttons.
interface PersonButton {
  Set<Press.Action> actions();

  Response pressed(Tx tx, Pressing pressing) throws Exception;
}
