package otklik.channels.telegram;

import java.util.random.RandomGenerator;
import otklik.kernel.TimeSource;

/// What bots wait by when something fails.
///
/// @param random spreads those who failed together
record Pauses(Pace pace, RandomGenerator random, TimeSource time) {
  FailureBackoff of(String name) {
    return new FailureBackoff(name, this);
  }
}
