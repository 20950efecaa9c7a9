package otklik.intake;

import java.time.Duration;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// Something that is only read for whoever asked, on a reader and within a time of its own, so that it holds up nobody
/// else. Everything that came before it in its conversation is committed and seen. It may be read more than once: after a
/// crash, and when its answer doesn't hold any more.
public interface Query {
  Duration LONGEST = Duration.ofSeconds(5);

  default Duration longest() {
    return LONGEST;
  }

  Answer read(ReadTurn turn) throws Exception;

  /// The answer of a reading that wasn't done in time.
  Answer tookTooLong();

  /// What was read, until it is said.
  interface Answer {
    /// Whether it may still be said as it was read. Asked in the transaction that says it, before anything is written;
    /// otherwise it is read anew.
    default boolean holds(Turn turn) throws Exception {
      return true;
    }

    /// Owes the answer, inside the transaction that also marks the update as handled. As [Scenario#handle] otherwise.
    void handle(Turn turn) throws Exception;
  }
}
