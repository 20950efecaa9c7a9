package otklik.delivery;

import java.util.HashSet;
import java.util.Set;

/// What the lanes of one chat share: its budget. Guarded by its [Dispatcher].
final class Chat {
  final String id;
  final Budget budget;
  /// Lanes that could go if the budget let them.
  final Set<Lane> parked = new HashSet<>();
  boolean openingPlanned;
  int lanes;

  Chat(String id, Budget budget) {
    this.id = id;
    this.budget = budget;
  }
}
