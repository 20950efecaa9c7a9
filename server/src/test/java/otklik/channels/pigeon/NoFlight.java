package otklik.channels.pigeon;

import otklik.channels.Outcome;

/// Why no pigeon brought something.
final class NoFlight extends Exception {
  private final transient Outcome outcome;

  NoFlight(Outcome outcome) {
    super(outcome.toString(), null, false, false);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }
}
