package otklik.rooms;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// Lines of the scenario's own for the operators, in their order. Without a room there is nobody to read them.
@Component
final class Notes {
  private final WaitingNotes waiting;
  private final Deliveries deliveries;

  Notes(WaitingNotes waiting, Deliveries deliveries) {
    this.waiting = waiting;
    this.deliveries = deliveries;
  }

  void say(Tx tx, Channel channel, Ticket ticket, String text) throws Exception {
    if (ticket.room() != null) {
      sayWaiting(tx, channel, ticket);
      say(tx, channel, ticket, ticket.room(), text);
    }
  }

  void sayWaiting(Tx tx, Channel channel, Ticket ticket) throws Exception {
    if (ticket.room() != null) {
      for (String text : waiting.take(tx, channel, ticket)) {
        say(tx, channel, ticket, ticket.room(), text);
      }
    }
  }

  private void say(Tx tx, Channel channel, Ticket ticket, Place room, String text) throws Exception {
    deliveries.owe(tx, channel, Owed.words(Call.Say.text(room, ticket.saidInRoom(text)))
        .about((ticket.sharesRoom() ? RoomTag.LINE : RoomTag.NOTE).of(channel), ticket.id().value()));
  }
}
