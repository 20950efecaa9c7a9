package otklik.rooms;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Lines of the scenario's own for the operators, in their order. Without a room there is nobody to read them.
@Component
final class Notes {
  private final WaitingNotes waiting;
  private final Deliveries deliveries;

  Notes(WaitingNotes waiting, Deliveries deliveries) {
    this.waiting = waiting;
    this.deliveries = deliveries;
  }

  void say(Turn turn, Ticket ticket, String text) throws Exception {
    if (ticket.room() != null) {
      sayWaiting(turn, ticket);
      say(turn, ticket, ticket.room(), text);
    }
  }

  void sayWaiting(Turn turn, Ticket ticket) throws Exception {
    if (ticket.room() != null) {
      for (String text : waiting.take(turn, ticket)) {
        say(turn, ticket, ticket.room(), text);
      }
    }
  }

  private void say(Turn turn, Ticket ticket, Place room, String text) throws Exception {
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(room, ticket.saidInRoom(text)))
        .about((ticket.sharesRoom() ? RoomTag.LINE : RoomTag.NOTE).of(turn.channel()), ticket.id().value()));
  }
}
