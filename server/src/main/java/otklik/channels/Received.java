package otklik.channels;

/// An update as it came.
///
/// @param externalId   the messenger's id of it: the same update always carries the same
/// @param conversation the unit of order: updates of one conversation are handled one after another
/// @param raw          the whole update as JSON text
/// @param incoming     what it means
public record Received(String externalId, String conversation, String raw, Incoming incoming) {}
