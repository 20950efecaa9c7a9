package otklik.channels;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a messenger lets an account send. Null means no limit.
///
/// @param account over all chats of the account
/// @param direct  within one person's chat
/// @param group   within one group, all of its topics together
public record Limits(@Nullable Rate account, @Nullable Rate direct, @Nullable Rate group) {
  public static final Limits NONE = new Limits(null, null, null);

  /// For how long something counts at most; zero without limits.
  public Duration longest() {
    return Stream.of(account, direct, group).filter(Objects::nonNull).map(Rate::per).max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
