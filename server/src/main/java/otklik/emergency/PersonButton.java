package otklik.emergency;

import java.util.Set;

/// What happens when somebody presses a button in their own chat. One bean for each family of buttons.
interface PersonButton {
  Set<Press.Action> actions();

  Response pressed(Pressing pressing) throws Exception;
}
