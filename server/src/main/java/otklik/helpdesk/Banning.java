package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// Stops hearing somebody, and hears them again. They are told once, and then nothing more.
@Component
final class Banning {
  private final Blocklist blocklist;
  private final Tickets tickets;
  private final Ending ending;
  private final TriageRoom room;
  private final Timeline timeline;
  private final People people;
  private final Deliveries deliveries;

  Banning(Blocklist blocklist, Tickets tickets, Ending ending, TriageRoom room, Timeline timeline, People people,
      Deliveries deliveries) {
    this.blocklist = blocklist;
    this.tickets = tickets;
    this.ending = ending;
    this.room = room;
    this.timeline = timeline;
    this.people = people;
    this.deliveries = deliveries;
  }

  /// Blocks the person of an open ticket and closes it.
  void block(Tx tx, Channel channel, Ticket ticket, PersonId by) throws Exception {
    if (!blocklist.add(tx, channel, ticket.person(), by)) {
      return;
    }
    timeline.note(tx, channel, ticket.id(), "blocked", by, null);
    ending.close(tx, channel, ticket, by);
    Visitor visitor = Visitor.of(channel, people.find(tx, channel, ticket.person()).orElseThrow(), ticket.chat());
    deliveries.owe(tx, channel, Owed.words(visitor.says(visitor.text("blocked"))));
    room.refresh(tx, channel, tickets.find(tx, channel, ticket.id()).orElseThrow());
  }

  /// False when the person wasn't blocked.
  boolean unblock(Tx tx, Channel channel, PersonId person, PersonId by) throws Exception {
    if (!blocklist.remove(tx, channel, person)) {
      return false;
    }
    for (Ticket ticket : tickets.of(tx, channel, person)) {
      if (ticket.sharesRoom()) {
        timeline.note(tx, channel, ticket.id(), "unblocked", by, null);
        room.refresh(tx, channel, ticket);
      }
    }
    return true;
  }
}
