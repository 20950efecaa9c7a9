package otklik.rooms;

import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.MovedChats;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Tickets that stand among others: each with its card, and with a mark before whatever is said about it.
@Component
final class SharedPlaces {
  private final Tickets tickets;
  private final RoomCards roomCards;
  private final WaitingWords waitingWords;
  private final MovedChats movedChats;

  SharedPlaces(Tickets tickets, RoomCards roomCards, WaitingWords waitingWords, MovedChats movedChats) {
    this.tickets = tickets;
    this.roomCards = roomCards;
    this.waitingWords = waitingWords;
    this.movedChats = movedChats;
  }

  void takeIn(Turn turn, Ticket ticket, RoomPlacement.InChat placement) throws Exception {
    tickets.shares(turn, ticket, placement.mark());
    moveIn(turn, ticket.id(), Place.chat(movedChats.current(turn.channel(), placement.chat())));
  }

  /// Changes nothing for a ticket that has a room.
  void moveIn(Turn turn, TicketId id, Place place) throws Exception {
    Ticket waiting = tickets.find(turn, id).orElseThrow();
    if (tickets.roomOpened(turn, waiting, place)) {
      Ticket ticket = tickets.find(turn, id).orElseThrow();
      roomCards.show(turn, ticket, place);
      waitingWords.bring(turn, ticket, place);
    }
  }
}
