package otklik.forms;

import java.util.Set;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;

/// One or several steps of a scenario, declared in the constructor of a bean. One that has other buttons besides those
/// of its steps overrides both methods and leaves the rest to [Steps].
public interface Form extends PersonButton {
  /// What [Forms#declare] gave, with all steps of this form.
  Steps steps();

  @Override
  default Set<Press.Kind> buttons() {
    return steps().buttons();
  }

  @Override
  default Response pressed(Pressing pressing) throws Exception {
    return steps().pressed(pressing);
  }
}
