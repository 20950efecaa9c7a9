package otklik.lostproperty;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.relay.Direction;
import otklik.relay.Failed;
import otklik.relay.Undelivered;
import otklik.rooms.LostRooms;
import otklik.rooms.Rooms;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What becomes of words that don't arrive: the staff reads it in the topic.
@Component
final class UndeliveredFindings implements Undelivered {
  private final Tickets tickets;
  private final Rooms rooms;
  private final LostRooms lostRooms;

  UndeliveredFindings(Tickets tickets, Rooms rooms, LostRooms lostRooms) {
    this.tickets = tickets;
    this.rooms = rooms;
    this.lostRooms = lostRooms;
  }

  @Override
  public String scenario() {
    return LostProperty.NAME;
  }

  @Override
  public void roomGone(Turn turn, TicketId ticket, Place room) throws Exception {
    lostRooms.gone(turn, tickets.find(turn, ticket).orElseThrow(), room);
  }

  @Override
  public @Nullable DeliveryId refused(Turn turn, Failed failed) throws Exception {
    if (failed.why().why() != Refusal.CHAT_GONE) {
      rooms.note(turn, tickets.find(turn, failed.ticket()).orElseThrow(), turn.text("lostproperty.undelivered"));
    }
    return null;
  }

  @Override
  public void arrived(Turn turn, TicketId ticket, MessageId message, DeliveryId notice) {
    // No line tells of a failure.
  }

  @Override
  public String correction(Turn turn, TicketId ticket, Direction direction) {
    return turn.text("lostproperty.correction");
  }
}
