package otklik.lifecycle;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.commands.Phrase;
import otklik.commands.Phrases;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.people.People;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What a ticket's two sides are told of it, each in their own language.
@Component
final class TicketWords {
  private final People people;
  private final Phrases phrases;
  private final Rooms rooms;
  private final Deliveries deliveries;

  TicketWords(People people, Phrases phrases, Rooms rooms, Deliveries deliveries) {
    this.people = people;
    this.phrases = phrases;
    this.rooms = rooms;
    this.deliveries = deliveries;
  }

  void toRoom(Turn turn, Ticket ticket, Phrase words) throws Exception {
    rooms.note(turn, ticket, phrases.said(turn, words).text());
  }

  void toPerson(Turn turn, Ticket ticket, Phrase words) throws Exception {
    Visitor visitor = Visitor.of(turn, people.find(turn, ticket.person()).orElseThrow(), ticket.chat());
    deliveries.owe(turn, NewDelivery.words(
        new Call.Say(visitor.chat(), phrases.said(visitor, words), null, List.of())));
  }
}
