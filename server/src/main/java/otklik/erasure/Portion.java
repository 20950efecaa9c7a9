package otklik.erasure;

import java.util.HashMap;
import java.util.Map;
import otklik.kernel.ChannelId;

/// What may be erased of a person in one transaction: so much that nobody else waits for it longer than a moment. What
/// is left over another transaction erases.
final class Portion {
  /// A row or a message is one.
  static final int SIZE = 500;
  /// What a ticket costs besides its messages; and once more, besides each who has a copy, where others are told of it.
  static final int TICKET = 50;

  private final long until;
  private final Map<Long, Long> passed;
  private int left = SIZE;

  Portion(long until, Map<Long, Long> passed) {
    this.until = until;
    this.passed = new HashMap<>(passed);
  }

  /// Ids below this are to be forgotten; what came later the person said after they had asked for it.
  long until() {
    return until;
  }

  /// How many rows may still be erased.
  int left() {
    return Math.max(0, left);
  }

  boolean isUsedUp() {
    return left <= 0;
  }

  /// More than is left may be spent on what can't be divided.
  void spend(int rows) {
    left -= rows;
  }

  /// Of things that look the same afterwards and are taken in the order of their ids: the last one that is done with.
  long passed(ChannelId channel) {
    return passed.getOrDefault(channel.value(), 0L);
  }

  void pass(ChannelId channel, long id) {
    passed.put(channel.value(), id);
  }

  Map<Long, Long> passed() {
    return passed;
  }
}
