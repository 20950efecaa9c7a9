package otklik.delivery;

import java.time.Duration;
import otklik.workspaces.Channel;

/// What waits to be delivered on a channel.
///
/// @param waiting how long the oldest delivery has waited, for whatever reason
/// @param failing how long somebody has been trying in vain to make a delivery, at most; waiting for room within the
///                messenger's limits, or for something that people must mend, doesn't count
public record Backlog(Channel channel, Duration waiting, Duration failing) {}
