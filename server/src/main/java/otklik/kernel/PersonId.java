package otklik.kernel;

/// Someone who writes.
public record PersonId(long value) {}
