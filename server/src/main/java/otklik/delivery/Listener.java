package otklik.delivery;

import java.util.Set;
import otklik.turns.Turn;

/// Hears what became of deliveries, in the transaction that records it. Only final outcomes are told: sent,
/// answered and refused.
public interface Listener {
  /// The kinds of subjects it listens to.
  Set<String> kinds();

  /// Whether what is owed about these subjects may be taken back ([Deliveries#withdraw]). Then also what was dropped
  /// while it was in the air is told of, once it has arrived.
  default boolean isRevocable() {
    return false;
  }

  /// Whether what was said about these subjects is looked for by its words ([Deliveries#withdrawSaying]). Then the words
  /// stay in the row when it is done; of everything else they are erased.
  default boolean looksForWords() {
    return false;
  }

  void heard(Turn turn, SettledDelivery done) throws Exception;
}
