package otklik.rooms;

import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.MovedChats;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// Tickets that stand among others: each with its card, and with a mark before whatever is said about it.
@Component
final class SharedPlaces {
  private final Tickets tickets;
  private final Cards cards;
  private final WaitingWords waitingWords;
  private final MovedChats movedChats;

  SharedPlaces(Tickets tickets, Cards cards, WaitingWords waitingWords, MovedChats movedChats) {
    this.tickets = tickets;
    this.cards = cards;
    this.waitingWords = waitingWords;
    this.movedChats = movedChats;
  }

  void takeIn(Tx tx, Channel channel, Ticket ticket, Lodging.InChat lodging) throws Exception {
    tickets.shares(tx, channel, ticket, lodging.mark());
    moveIn(tx, channel, ticket.id(), Place.chat(movedChats.current(channel, lodging.chat())));
  }

  /// Changes nothing for a ticket that has a room.
  void moveIn(Tx tx, Channel channel, TicketId id, Place place) throws Exception {
    Ticket waiting = tickets.find(tx, channel, id).orElseThrow();
    if (tickets.roomOpened(tx, channel, waiting, place)) {
      Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
      cards.show(tx, channel, ticket, place);
      waitingWords.bring(tx, channel, ticket, place);
    }
  }
}
