package otklik.emergency;

import java.time.Instant;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;

/// What becomes of the words of somebody who is asked something. One bean for each kind of step.
interface DialogStep<S extends EmergencyStep> {
  Class<S> step();

  /// Whether what is said may answer the question. What surely doesn't is for whoever they speak with, if they do.
  ///
  /// @param since when the question was asked
  default boolean mayAnswer(Visitor visitor, Incoming.Said said, Instant since) {
    return true;
  }

  /// @param shown what they said, or a sentence in place of what can't be passed on
  void said(Visitor visitor, S step, Incoming.Said said, Content shown) throws Exception;
}
