package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.rooms.Rooms;
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
  private final Rooms rooms;
  private final Timeline timeline;
  private final People people;
  private final Deliveries deliveries;

  Banning(Blocklist blocklist, Tickets tickets, Ending ending, Rooms rooms, Timeline timeline, People people,
      Deliveries deliveries) {
    this.blocklist = blocklist;
    this.tickets = tickets;
    this.ending = ending;
    this.rooms = rooms;
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
    rooms.refresh(tx, channel, ticket.id());
  }

  /// False when the person wasn't blocked.
  boolean unblock(Tx tx, Channel channel, PersonId person, PersonId by) throws Exception {
    if (!blocklist.remove(tx, channel, person)) {
      return false;
    }
    for (Ticket ticket : tickets.of(tx, channel, person)) {
      if (ticket.sharesRoom()) {
        timeline.note(tx, channel, ticket.id(), "unblocked", by, null);
        rooms.refresh(tx, channel, ticket.id());
      }
    }
    return true;
  }
}
