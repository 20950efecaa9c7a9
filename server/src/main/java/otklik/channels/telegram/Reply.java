package otklik.channels.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of a request, before anybody looked into it. Carries no text that could hold an address.
sealed interface Reply {
  /// @param retryAfter the header of that name
  record Answered(int status, byte[] body, @Nullable Duration retryAfter) implements Reply {}

  /// The request surely didn't reach anybody.
  record NotSent(String why) implements Reply {}

  /// The request went out and no whole answer came back.
  record NoAnswer(String why) implements Reply {}
}
