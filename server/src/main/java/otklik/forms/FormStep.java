package otklik.forms;

import java.util.ArrayList;
import java.util.List;
import otklik.dialogs.Step;
import otklik.kernel.MessageId;

/// A step that [Forms] knows.
public interface FormStep extends Step {
  /// What the person wrote so far that the form is about.
  default List<MessageId> written() {
    return List.of();
  }

  /// The same step with one more message. Steps that keep no words stay as they are.
  default FormStep with(MessageId message) {
    return this;
  }

  /// What of the person's words is forgotten when they leave the form; by itself, whatever was kept for it.
  default List<MessageId> kept() {
    return written();
  }

  static List<MessageId> plus(List<MessageId> written, MessageId message) {
    List<MessageId> all = new ArrayList<>(written);
    all.add(message);
    return List.copyOf(all);
  }
}
