package otklik.talk;

import java.util.Set;

/// What happens when somebody presses a button in their own chat. One bean for each family of buttons.
public interface PersonButton extends Part {
  Set<Press.Kind> buttons();

  Response pressed(Pressing pressing) throws Exception;
}
