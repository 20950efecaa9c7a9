package otklik.rooms;

import java.sql.SQLException;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.relay.RoomChanges;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What a person said before there was a room, or when there was none any more, follows into it, as far as it belongs
/// there.
@Component
final class WaitingWords {
  private final Furnishers furnishers;
  private final RoomChanges roomChanges;

  WaitingWords(Furnishers furnishers, RoomChanges roomChanges) {
    this.furnishers = furnishers;
    this.roomChanges = roomChanges;
  }

  void bring(Turn turn, Ticket ticket, Place room) throws SQLException {
    Furnisher furnisher = furnishers.of(turn.channel());
    if (furnisher.hearsEverything()) {
      roomChanges.passWaiting(turn, ticket, room);
    } else {
      roomChanges.passWaiting(turn, ticket, room, furnisher.passed(turn, ticket));
    }
  }
}
