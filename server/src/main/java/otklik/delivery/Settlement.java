package otklik.delivery;

import java.time.Duration;
import otklik.channels.Outcome;

/// What follows from a call. Whoever makes calls says it, and the [Dispatcher] does it: that alone takes lanes up and lets
/// them go, so none stays taken because somebody forgot it.
sealed interface Settlement {
  /// Nothing more will come of it: that is recorded, and the lane goes on.
  record Final(Outcome.Settled outcome) implements Settlement {}

  /// It is counted, and made again after a pause unless that was enough.
  ///
  /// @param mayHaveArrived whether it may have had its effect
  record Failed(String why, boolean mayHaveArrived) implements Settlement {}

  /// It wasn't made, and that isn't its fault: after a pause, without counting.
  record NotMade() implements Settlement {}

  /// The account must be quiet, in the chat and everywhere.
  record Throttled(Duration chat, Duration everywhere) implements Settlement {}

  /// It waits until somebody mends something.
  record Held(RecoverableFailures.Waits waits) implements Settlement {}

  /// The group has another id now: noted, and made again at once.
  record Moved(String to) implements Settlement {}

  /// Together they were refused: each is told alone.
  record Apart() implements Settlement {}

  /// A helper was refused: the channel's own account makes it.
  ///
  /// @param cannotSpeak whether the helper can't speak in that chat at all
  record StandIn(boolean cannotSpeak, String detail) implements Settlement {}
}
