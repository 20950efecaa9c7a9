package otklik.talk;

import otklik.kernel.PersonId;
import otklik.turns.Turn;

/// What a scenario does when somebody can't be written to any more, or can again, in place of the usual ([Askers]).
public interface ReachabilityWatch extends Part {
  /// It may be known already.
  void becomes(Turn turn, PersonId person, boolean reachable) throws Exception;
}
