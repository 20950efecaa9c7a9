package otklik.forms;

import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.delivery.NewDelivery;
import otklik.talk.Response;

/// Where an answer, a press or silence leads.
public sealed interface Next {
  /// To a step, whose question is asked.
  ///
  /// @param question in place of the declared one; null for that
  record To(FormStep step, @Nullable NewDelivery question) implements Next {}

  /// The same question is asked still, and more is known. It waits anew.
  record Stay(FormStep step) implements Next {}

  /// The form is over; what was kept of it stays.
  record End() implements Next {}

  /// The step did everything itself.
  ///
  /// @param response to the press, if one led here
  record Done(Response response) implements Next {}

  /// It isn't for this step, which the handler may have ended. Words go where they would have gone without it; a press
  /// is outdated.
  record Elsewhere() implements Next {}

  static Next to(FormStep step) {
    return new To(step, null);
  }

  static Next to(FormStep step, NewDelivery question) {
    return new To(step, question);
  }

  static Next to(FormStep step, Call question) {
    return new To(step, NewDelivery.words(question));
  }

  static Next stay(FormStep step) {
    return new Stay(step);
  }

  static Next end() {
    return new End();
  }

  static Next done() {
    return new Done(Response.done());
  }

  /// What is left to do before that.
  interface Act {
    void act() throws Exception;
  }

  static Next done(Act act) throws Exception {
    act.act();
    return done();
  }

  static Next done(Response response) {
    return new Done(response);
  }

  static Next elsewhere() {
    return new Elsewhere();
  }
}
