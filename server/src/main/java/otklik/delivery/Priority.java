package otklik.delivery;

/// Who goes first when a budget doesn't suffice for all. The order is stored: never reorder.
public enum Priority {
  /// What people say to each other, and answers to their presses.
  WORDS,
  /// New cards and their topics.
  CARDS,
  /// Changes of what is already shown.
  EDITS,
  /// What nobody would miss for a minute.
  BOOKKEEPING
}
