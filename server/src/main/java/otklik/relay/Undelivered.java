package otklik.relay;

import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What a scenario does when a message could not be carried over. One bean for each scenario, found by its name.
public interface Undelivered {
  String scenario();

  /// The ticket's topic is gone. The message that found it missing waits again and goes where
  /// [Relay#passWaiting] is told to bring it.
  void roomGone(Tx tx, Channel channel, TicketId ticket, Place room) throws Exception;

  /// The message will never arrive; it is kept and marked as failed.
  void refused(Tx tx, Channel channel, TicketId ticket, Direction direction, Outcome.Refused why) throws Exception;
}
