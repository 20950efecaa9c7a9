package otklik.rooms;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Ability;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.kernel.DeliveryId;
import otklik.relay.RoomChanges;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Tickets' cards: shown once, then changed where they stand. In a topic of the ticket's own the card is pinned.
@Component
final class RoomCards {
  private final RoomProviders roomProviders;
  private final Tickets tickets;
  private final RoomChanges roomChanges;
  private final Deliveries deliveries;

  RoomCards(RoomProviders roomProviders, Tickets tickets, RoomChanges roomChanges, Deliveries deliveries) {
    this.roomProviders = roomProviders;
    this.tickets = tickets;
    this.roomChanges = roomChanges;
    this.deliveries = deliveries;
  }

  /// The first card in a room. What stands in it needs no copy there.
  void show(Turn turn, Ticket ticket, Place room) throws Exception {
    CardFace face = roomProviders.of(turn.channel()).card(turn, ticket);
    DeliveryId shown = show(turn, ticket, room, face);
    if (face.complete()) {
      roomChanges.coveredBy(turn, ticket, shown);
    }
  }

  /// In place of one that is gone.
  void showAgain(Turn turn, Ticket ticket, Place room) throws Exception {
    show(turn, ticket, room, roomProviders.of(turn.channel()).card(turn, ticket));
  }

  boolean showInPlaceOf(Turn turn, Ticket ticket, DeliveryId lost) throws Exception {
    if (ticket.room() == null || ticket.cardId() != null || !lost.equals(ticket.cardDelivery())) {
      return false;
    }
    deliveries.sentAnew(turn, List.of(lost));
    showAgain(turn, ticket, ticket.room());
    return true;
  }

  /// Says in the room that the card isn't there, with the button that shows it again.
  void tellGivenUp(Turn turn, Ticket ticket, DeliveryId lost) throws Exception {
    if (ticket.room() != null && lost.equals(ticket.cardDelivery())) {
      String line = ticket.saidInRoom(turn.text(turn.channel().ownKey("card.given-up")));
      Button again = new Button(turn.text(turn.channel().ownKey("button.retry")),
          Rooms.SHOW_CARD + ":" + ticket.id().value() + "/" + lost.value());
      deliveries.owe(turn, NewDelivery.words(
          new Call.Say(ticket.room(), Content.Text.of(line), null, List.of(List.of(again))))
          .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
    }
  }

  private DeliveryId show(Turn turn, Ticket ticket, Place room, CardFace face) throws Exception {
    DeliveryId shown = deliveries.owe(turn, NewDelivery.of(Priority.CARDS,
        new Call.Say(room, face.text(), null, face.buttons()))
        .about((ticket.sharesRoom() ? RoomTag.SHARED_CARD : RoomTag.CARD).of(turn.channel()), ticket.id().value()));
    tickets.cardOwed(turn, ticket, shown);
    if (!ticket.sharesRoom() && turn.channel().messenger().can(Ability.PINS)) {
      deliveries.owe(turn, Pins.of(turn.channel(), ticket, room, new Target.MadeBy(shown, 0)));
    }
    return shown;
  }

  void shown(Turn turn, Ticket ticket, SettledDelivery done, String messageId) throws Exception {
    tickets.cardShown(turn, ticket, done.id(), messageId);
    roomChanges.cardShown(turn, ticket, done.id(), done.call().place().chat(), messageId);
  }

  void change(Turn turn, Ticket ticket) throws Exception {
    if (ticket.room() != null && ticket.card() != null) {
      change(turn, ticket, roomProviders.of(turn.channel()).card(turn, ticket));
    }
  }

  /// Only the newest state is worth sending.
  void change(Turn turn, Ticket ticket, CardFace face) throws Exception {
    Target message = ticket.card();
    if (ticket.room() != null && message != null) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS,
          new Call.EditText(ticket.room(), message, face.text(), face.buttons()))
          .about(RoomTag.CHANGE.of(turn.channel()), ticket.id().value()).replacing(key(ticket)));
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
