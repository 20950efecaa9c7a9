package otklik.relay;

import otklik.channels.Content;

/// Something that was said in a ticket's conversation.
public record Told(Direction direction, Content content) {}
