package otklik.helpdesk.tickets;

import otklik.lifecycle.Effect;

/// What follows from a move at a desk alone.
public sealed interface DeskEffect extends Effect.Own {
  sealed interface Clock extends DeskEffect {}

  /// The ticket's clocks stand still.
  record ClocksStopped() implements Clock {}

  record ClocksGoOn() implements Clock {}

  /// By another priority.
  record ClocksReplanned() implements Clock {}

  /// The next word is the person's.
  record ClientAwaited() implements Clock {}

  /// What was to be answered later isn't sent, and whoever planned it is told.
  record LaterAnswersDropped() implements DeskEffect {}

  /// The person is thanked and asked what they think of the help.
  record RatingAsked() implements DeskEffect {}

  sealed interface GoingOn extends DeskEffect {}

  /// Since the ticket was closed its person may have brought a code: then it moves to that project.
  record BroughtToProject() implements GoingOn {}

  /// What the person was just writing goes into the ticket, whatever they were being asked.
  record WordsTaken() implements GoingOn {}

  /// The person isn't heard any more.
  record PersonBlocked() implements DeskEffect {}
}
