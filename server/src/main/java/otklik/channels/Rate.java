package otklik.channels;

import java.time.Duration;

/// At most so many operations in any stretch of that length.
public record Rate(int operations, Duration per) {}
