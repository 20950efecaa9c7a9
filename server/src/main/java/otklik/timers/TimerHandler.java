package otklik.timers;

import java.util.Set;
import otklik.turns.Turn;

/// Does what a timer was set for, in the transaction that removes the timer. May run again from the start when the
/// commit fails.
public interface TimerHandler {
  /// The kinds of timers it answers to.
  Set<String> kinds();

  void ring(Turn turn, Timer timer) throws Exception;
}
