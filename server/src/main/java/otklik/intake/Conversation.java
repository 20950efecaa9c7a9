package otklik.intake;

import otklik.kernel.ChannelId;

/// The unit of order.
record Conversation(ChannelId channel, String key) {}
