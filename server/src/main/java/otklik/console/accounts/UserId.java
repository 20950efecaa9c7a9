package otklik.console.accounts;

/// A user of the console.
public record UserId(long value) {}
