package otklik.kernel;

/// One message of a ticket's conversation, in our own numbering.
public record MessageId(long value) {}
