package otklik.delivery;

import otklik.kernel.Window;

/// Deliveries that keep their order: one is under way at most. Guarded by its [Dispatcher].
final class Lane {
  private static final int IN_MEMORY = 50;

  final String key;
  final Chat chat;
  final Window<Delivery> window = new Window<>(IN_MEMORY, delivery -> delivery.id().value());
  /// Something is under way for it, or it rests: it must not be taken up.
  boolean busy;
  /// How often in a row its first delivery found no answer.
  int failures;
  /// When it began to rest after a failure, in monotonic nanoseconds.
  long restingSince;
  /// Whether an answer elsewhere doesn't cut its rest short.
  boolean restsToTheEnd;
  /// Distinguishes the rest that is going on from those that were cut short.
  int rest;

  Lane(String key, Chat chat) {
    this.key = key;
    this.chat = chat;
  }
}
