package otklik.lifecycle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import otklik.commands.Phrase;
import otklik.people.Actor;

/// What follows from a decision: a value that says what is to be done and needs nothing to say so. What any scenario
/// may want is here; what only one does, it adds as records of its own with an [EffectHandler].
public sealed interface Effect {
  /// The timeline tells of it.
  ///
  /// @param by   null when whoever gave the command did it
  record Noted(String event, @Nullable Actor by, @Nullable String data) implements Effect {}

  /// The card says what is true now.
  record CardRefreshed() implements Effect {}

  /// The team reads it in the ticket's room.
  record RoomTold(Phrase words) implements Effect {}

  record RoomClosed() implements Effect {}

  record RoomReopened() implements Effect {}

  /// The person whose ticket it is reads it.
  record PersonTold(Phrase words) implements Effect {}

  /// Rings about the ticket after that time.
  record TimerSet(String kind, Duration after) implements Effect {}

  /// Nothing that was planned for the ticket happens any more.
  record TimersCancelled() implements Effect {}

  /// A scenario's own.
  non-sealed interface Own extends Effect {}

  static Effect noted(String event) {
    return new Noted(event, null, null);
  }

  static Effect noted(String event, @Nullable String data) {
    return new Noted(event, null, data);
  }
}
