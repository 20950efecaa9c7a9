package otklik.kernel;

/// One row of the inbox.
public record UpdateId(long value) {}
