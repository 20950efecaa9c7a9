package otklik.channels;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a call.
public sealed interface Outcome {
  /// Nothing more will come of the call.
  sealed interface Settled extends Outcome {}

  /// It had its effect.
  ///
  /// @param ids    the ids of what it made, in order: messages, or one topic; empty for calls that make nothing
  /// @param astray whether it was meant for a topic and stands outside of it, because the group has none any more
  record Sent(List<String> ids, boolean astray) implements Settled {
    public Sent(List<String> ids) {
      this(ids, false);
    }
  }

  /// The messenger told what a [Call.Question] asked.
  record Answered(QuestionAnswer answer) implements Settled {}

  /// Throttled: surely without effect. Asked to wait; nothing of the same scope may be sent before.
  record Later(Duration after) implements Outcome {}

  /// The messenger is out of order or out of reach and the call surely had no effect. To be repeated.
  record Down(String detail) implements Outcome {}

  /// Never to be repeated as it is; the scenario is told.
  record Refused(Refusal why, String detail, @Nullable String movedTo) implements Settled {
    public static Refused because(Refusal why, String detail) {
      return new Refused(why, detail, null);
    }
  }

  /// The call was in the air when the connection went: it may have had its effect.
  record Unknown(String detail) implements Outcome {}
}
