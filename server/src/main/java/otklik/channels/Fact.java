package otklik.channels;

import org.jspecify.annotations.Nullable;

/// What a messenger answered to a question about an account.
public sealed interface Fact<T> {
  record Known<T>(T value) implements Fact<T> {}

  /// It answered that it won't tell.
  ///
  /// @param movedTo the group's new id, with [Refusal#CHAT_MOVED]
  record Refused<T>(Refusal why, String detail, @Nullable String movedTo) implements Fact<T> {}

  /// It didn't answer, or asked to come again later.
  record OutOfReach<T>(String why) implements Fact<T> {}
}
