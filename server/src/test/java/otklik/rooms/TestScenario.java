package otklik.rooms;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.relay.Direction;
import otklik.relay.Failed;
import otklik.relay.Undelivered;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// A scenario of which the rail knows nothing but where its tickets go and what their cards say.
final class TestScenario implements RoomProvider, Undelivered {
  private final Supplier<Tickets> tickets;
  private final Supplier<LostRooms> lostRooms;
  volatile Function<Ticket, RoomPlacement> placement;

  /// @param tickets   asked for late, and so is the next: the rail needs a scenario to begin with
  TestScenario(Supplier<Tickets> tickets, Supplier<LostRooms> lostRooms, Function<Ticket, RoomPlacement> placement) {
    this.tickets = tickets;
    this.lostRooms = lostRooms;
    this.placement = placement;
  }

  @Override
  public String scenario() {
    return "test";
  }

  @Override
  public RoomPlacement placement(Turn turn, Ticket ticket) {
    return placement.apply(ticket);
  }

  @Override
  public CardFace card(Turn turn, Ticket ticket) {
    return new CardFace(Content.Text.of(ticket.shownNumber() + " is " + ticket.state()), List.of(), false);
  }

  @Override
  public void roomGone(Turn turn, TicketId id, Place room) throws Exception {
    lostRooms.get().gone(turn, tickets.get().find(turn, id).orElseThrow(), room);
  }

  @Override
  public @Nullable DeliveryId refused(Turn turn, Failed failed) {
    return null;
  }

  @Override
  public void arrived(Turn turn, TicketId ticket, MessageId message, DeliveryId notice) {
    throw new AssertionError("nobody was told of a failure");
  }

  @Override
  public String correction(Turn turn, TicketId ticket, Direction direction) {
    return "Now: ";
  }
}
