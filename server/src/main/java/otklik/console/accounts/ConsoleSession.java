package otklik.console.accounts;

import java.time.Instant;

/// Where somebody is signed in.
///
/// @param address from where, as it was at the beginning
/// @param agent   what their browser calls itself
public record ConsoleSession(long id, UserId user, Instant beganAt, Instant seenAt, String address, String agent) {}
