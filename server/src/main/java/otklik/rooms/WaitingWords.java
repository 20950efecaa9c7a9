package otklik.rooms;

import java.sql.SQLException;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.relay.RoomChanges;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// What a person said before there was a room, or when there was none any more, follows into it, where all they say
/// belongs there.
@Component
final class WaitingWords {
  private final Furnishers furnishers;
  private final RoomChanges roomChanges;

  WaitingWords(Furnishers furnishers, RoomChanges roomChanges) {
    this.furnishers = furnishers;
    this.roomChanges = roomChanges;
  }

  void bring(Tx tx, Channel channel, Ticket ticket, Place room) throws SQLException {
    if (furnishers.of(channel).hearsEverything()) {
      roomChanges.passWaiting(tx, channel, ticket, room);
    }
  }
}
