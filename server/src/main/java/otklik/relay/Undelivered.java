package otklik.relay;

import org.jspecify.annotations.Nullable;
import otklik.channels.Place;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.turns.Turn;

/// What is done when a message could not be carried over.
public interface Undelivered {
  /// The ticket's topic is gone, or stands in a group that is the channel's no more. The message that found it missing
  /// waits again and goes where [RoomChanges#passWaiting] is told to bring it.
  void roomGone(Turn turn, TicketId ticket, Place room) throws Exception;

  /// The message is kept and marked as failed; [Retries] can try again.
  ///
  /// @return what makes, or made, the line that tells of it; null where nobody is told
  @Nullable DeliveryId refused(Turn turn, Failed failed) throws Exception;

  /// A message of whose failure a line tells has arrived after all.
  ///
  /// @param notice what made that line
  void arrived(Turn turn, TicketId ticket, MessageId message, DeliveryId notice) throws Exception;

  /// How a message begins that brings what couldn't be changed where it stands.
  String correction(Turn turn, TicketId ticket, Direction direction) throws Exception;
}
