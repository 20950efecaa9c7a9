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
  private final RoomProviders roomProviders;
  private final RoomChanges roomChanges;

  WaitingWords(RoomProviders roomProviders, RoomChanges roomChanges) {
    this.roomProviders = roomProviders;
    this.roomChanges = roomChanges;
  }

  void bring(Turn turn, Ticket ticket, Place room) throws SQLException {
    RoomProvider provider = roomProviders.of(turn.channel());
    if (provider.hearsEverything()) {
      roomChanges.passWaiting(turn, ticket, room);
    } else {
      roomChanges.passWaiting(turn, ticket, room, provider.passed(turn, ticket));
    }
  }
}
