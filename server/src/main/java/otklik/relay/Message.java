package otklik.relay;

import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.kernel.MessageId;

/// A kept message that waits to be carried over.
record Message(
    MessageId id, Direction direction, String chat, @Nullable String album, @Nullable String replyTo,
    Content content) {}
