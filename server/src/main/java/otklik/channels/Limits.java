package otklik.channels;

import org.jspecify.annotations.Nullable;

/// What a messenger lets an account send. Null means no limit.
///
/// @param account over all chats of the account
/// @param direct  within one person's chat
/// @param group   within one group, all of its topics together
public record Limits(@Nullable Rate account, @Nullable Rate direct, @Nullable Rate group) {
  public static final Limits NONE = new Limits(null, null, null);
}
