package otklik.emergency;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.Person;
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
  private final Exclusion exclusion;
  private final Timeline timeline;
  private final Visitors visitors;
  private final Cards cards;

  Banning(Blocklist blocklist, Tickets tickets, Ending ending, Exclusion exclusion, Timeline timeline,
      Visitors visitors, Cards cards) {
    this.blocklist = blocklist;
    this.tickets = tickets;
    this.ending = ending;
    this.exclusion = exclusion;
    this.timeline = timeline;
    this.visitors = visitors;
    this.cards = cards;
  }

  static boolean isCoordinator(Channel channel, Person person) {
    return Emergency.settings(channel).isCoordinator(person.account());
  }

  /// Their open request is closed, and what they help with is searched for anew. False when they were blocked before.
  boolean block(Tx tx, Channel channel, PersonId person, PersonId by) throws Exception {
    if (!blocklist.add(tx, channel, person, by)) {
      return false;
    }
    Optional<Ticket> open = tickets.openOf(tx, channel, person);
    Optional<Visitor> visitor = open.isPresent() ? visitors.asker(tx, channel, open.get())
        : visitors.find(tx, channel, person);
    if (visitor.isPresent()) {
      exclusion.begins(tx, visitor.get());
    }
    if (open.isPresent()) {
      timeline.note(tx, channel, open.get().id(), "blocked", by, null);
      ending.end(tx, channel, open.get(), Request.Ending.BLOCKED, by);
    }
    return true;
  }

  /// False when they weren't blocked.
  boolean unblock(Tx tx, Channel channel, PersonId person, PersonId by) throws Exception {
    if (!blocklist.remove(tx, channel, person)) {
      return false;
    }
    Optional<Visitor> visitor = visitors.find(tx, channel, person);
    if (visitor.isPresent()) {
      exclusion.ends(tx, visitor.get());
    }
    for (Ticket ticket : tickets.of(tx, channel, person)) {
      if (ticket.room() != null && !ticket.isErased()) {
        timeline.note(tx, channel, ticket.id(), "unblocked", by, null);
        cards.refresh(tx, channel, ticket.id());
      }
    }
    return true;
  }
}
