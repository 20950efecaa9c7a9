package otklik.kernel;

/// A request with a lifecycle; people know it by its number, which is another thing.
public record TicketId(long value) {}
