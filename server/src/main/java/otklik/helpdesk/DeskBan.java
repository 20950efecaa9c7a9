package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Stops hearing somebody, and hears them again. They are told once, and then nothing more.
@Component
final class DeskBan {
  private final Blocklist blocklist;
  private final Tickets tickets;
  private final TicketClosing ticketClosing;
  private final Rooms rooms;
  private final Timeline timeline;
  private final People people;
  private final Deliveries deliveries;

  DeskBan(Blocklist blocklist, Tickets tickets, TicketClosing ticketClosing, Rooms rooms, Timeline timeline,
      People people, Deliveries deliveries) {
    this.blocklist = blocklist;
    this.tickets = tickets;
    this.ticketClosing = ticketClosing;
    this.rooms = rooms;
    this.timeline = timeline;
    this.people = people;
    this.deliveries = deliveries;
  }

  /// Blocks the person of an open ticket and closes it.
  void block(Turn turn, Ticket ticket, PersonId by) throws Exception {
    if (!blocklist.add(turn, ticket.person(), by)) {
      return;
    }
    timeline.note(turn, ticket.id(), "blocked", by, null);
    ticketClosing.close(turn, ticket, by);
    Visitor visitor = Visitor.of(turn, people.find(turn, ticket.person()).orElseThrow(), ticket.chat());
    deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("blocked"))));
    rooms.refresh(turn, ticket.id());
  }

  /// False when the person wasn't blocked.
  boolean unblock(Turn turn, PersonId person, PersonId by) throws Exception {
    if (!blocklist.remove(turn, person)) {
      return false;
    }
    for (Ticket ticket : tickets.of(turn, person)) {
      if (ticket.sharesRoom()) {
        timeline.note(turn, ticket.id(), "unblocked", by, null);
        rooms.refresh(turn, ticket.id());
      }
    }
    return true;
  }
}
