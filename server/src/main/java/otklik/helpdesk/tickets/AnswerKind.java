package otklik.helpdesk.tickets;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an answer came about. Where it went to the person in place of a command, what the person has isn't what stands
/// in the topic.
public enum AnswerKind {
  /// Somebody said it just now.
  SAID(null),
  /// The desk has had the words ready.
  READY("ready-answer"),
  /// It has waited for its time.
  POSTPONED("postponed-answer");

  private final @Nullable String event;

  AnswerKind(@Nullable String event) {
    this.event = event;
  }

  /// What the timeline says of it besides; null for nothing.
  public @Nullable String event() {
    return event;
  }

  public static Optional<AnswerKind> of(String event) {
    return Arrays.stream(values()).filter(kind -> event.equals(kind.event)).findFirst();
  }
}
