package otklik.relay;

import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.channels.Outcome;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;

/// A message that could not be carried over, or not all of it; of an album, its first item.
///
/// @param head   what stands above its words; null for nothing
/// @param written where it stands among those who wrote it; null as long as it stands nowhere there
/// @param notice what made the line that told of an earlier failure of the same message
public record Failed(
    MessageId message, TicketId ticket, Direction direction, @Nullable Target written, Content content,
    Content.@Nullable Text head, Outcome.Refused why,
    @Nullable DeliveryId notice) {}
