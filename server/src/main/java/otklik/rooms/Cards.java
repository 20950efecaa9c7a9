package otklik.rooms;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Done;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.kernel.DeliveryId;
import otklik.relay.RoomChanges;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// Tickets' cards: shown once, then changed where they stand. In a topic of the ticket's own the card is pinned.
@Component
final class Cards {
  private final Furnishers furnishers;
  private final Tickets tickets;
  private final RoomChanges roomChanges;
  private final Deliveries deliveries;

  Cards(Furnishers furnishers, Tickets tickets, RoomChanges roomChanges, Deliveries deliveries) {
    this.furnishers = furnishers;
    this.tickets = tickets;
    this.roomChanges = roomChanges;
    this.deliveries = deliveries;
  }

  /// The first card in a room. What stands in it needs no copy there.
  void show(Tx tx, Channel channel, Ticket ticket, Place room) throws Exception {
    CardFace face = furnishers.of(channel).card(tx, channel, ticket);
    DeliveryId shown = show(tx, channel, ticket, room, face);
    if (face.complete()) {
      roomChanges.coveredBy(tx, channel, ticket, shown);
    }
  }

  /// In place of one that is gone.
  void showAgain(Tx tx, Channel channel, Ticket ticket, Place room) throws Exception {
    show(tx, channel, ticket, room, furnishers.of(channel).card(tx, channel, ticket));
  }

  boolean showInPlaceOf(Tx tx, Channel channel, Ticket ticket, DeliveryId lost) throws Exception {
    if (ticket.room() == null || ticket.cardId() != null || !lost.equals(ticket.cardDelivery())) {
      return false;
    }
    deliveries.sentAnew(tx, channel, List.of(lost));
    showAgain(tx, channel, ticket, ticket.room());
    return true;
  }

  /// Says in the room that the card isn't there.
  void tellGivenUp(Tx tx, Channel channel, Ticket ticket, DeliveryId lost) throws Exception {
    if (ticket.room() != null && lost.equals(ticket.cardDelivery())) {
      CardFace line = furnishers.of(channel).cardGivenUp(channel, ticket, lost);
      deliveries.owe(tx, channel, Owed.words(new Call.Say(ticket.room(), line.text(), null, line.buttons()))
          .about(RoomTag.LINE.of(channel), ticket.id().value()));
    }
  }

  private DeliveryId show(Tx tx, Channel channel, Ticket ticket, Place room, CardFace face) throws Exception {
    DeliveryId shown = deliveries.owe(tx, channel, Owed.of(Priority.CARDS,
        new Call.Say(room, face.text(), null, face.buttons()))
        .about((ticket.sharesRoom() ? RoomTag.SHARED_CARD : RoomTag.CARD).of(channel), ticket.id().value()));
    tickets.cardOwed(tx, channel, ticket, shown);
    if (!ticket.sharesRoom()) {
      deliveries.owe(tx, channel, Pins.of(channel, ticket, room, new Target.MadeBy(shown, 0)));
    }
    return shown;
  }

  void shown(Tx tx, Channel channel, Ticket ticket, Done done, String messageId) throws Exception {
    tickets.cardShown(tx, channel, ticket, done.id(), messageId);
    roomChanges.cardShown(tx, channel, ticket, done.id(), done.call().place().chat(), messageId);
  }

  void change(Tx tx, Channel channel, Ticket ticket) throws Exception {
    if (ticket.room() != null && ticket.card() != null) {
      change(tx, channel, ticket, furnishers.of(channel).card(tx, channel, ticket));
    }
  }

  /// Only the newest state is worth sending.
  void change(Tx tx, Channel channel, Ticket ticket, CardFace face) throws Exception {
    Target message = ticket.card();
    if (ticket.room() != null && message != null) {
      deliveries.owe(tx, channel, Owed.of(Priority.EDITS,
          new Call.EditText(ticket.room(), message, face.text(), face.buttons()))
          .about(RoomTag.CHANGE.of(channel), ticket.id().value()).replacing(key(ticket)));
    }
  }

  /// A card that was left behind in a shared room may still have to change when the next one does.
  private static String key(Ticket ticket) {
    return ticket.sharesRoom() ? sharedKey(ticket) : ownKey(ticket);
  }

  static String ownKey(Ticket ticket) {
    return "card:" + ticket.id().value();
  }

  static String sharedKey(Ticket ticket) {
    return "triage-card:" + ticket.id().value();
  }
}
