package otklik.forms;

import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;

/// What somebody said while they were asked something.
///
/// @param shown what they said, or a sentence in place of what can't be passed on
public record Answer<S extends FormStep>(Visitor visitor, S step, Incoming.Said said, Content shown) {
  public Content content() {
    return said.content();
  }
}
