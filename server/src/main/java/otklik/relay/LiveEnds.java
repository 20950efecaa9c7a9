package otklik.relay;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.kernel.MessageId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// A position that went on changing has come to its end: the other side, which has the first point with a line that says
/// so, gets the last one. What lies between would cost a call for each step.
@Component
final class LiveEnds {
  private final Messages messages;
  private final Counterparts counterparts;
  private final Tickets tickets;
  private final Carrier carrier;

  LiveEnds(Messages messages, Counterparts counterparts, Tickets tickets, Carrier carrier) {
    this.messages = messages;
    this.counterparts = counterparts;
    this.tickets = tickets;
    this.carrier = carrier;
  }

  /// Once: whoever comes second finds that it has ended.
  void ended(Turn turn, MessageId id) throws SQLException {
    Message message = messages.find(turn, id).orElse(null);
    if (message == null || message.ticket() == null || message.takenBack() || message.failure() != null || !(message.content() instanceof Content.Location(
        var latitude, var longitude, var accuracy, var live, _)) || !live) {
      return;
    }
    Content.Location last = new Content.Location(latitude, longitude, accuracy, false);
    messages.edited(turn, id, last);
    Ticket ticket = tickets.find(turn, message.ticket()).orElseThrow();
    @Nullable Place to = Carrier.there(ticket, message.direction());
    @Nullable Target copy = counterparts.copy(turn, message);
    if (to != null && copy != null) {
      carrier.bringPiece(turn, to, message.id(), 1, last, copy);
    }
  }
}
