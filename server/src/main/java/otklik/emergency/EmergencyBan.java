package otklik.emergency;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Stops hearing somebody, and hears them again. They are told once, and then nothing more.
@Component
final class EmergencyBan {
  private final Blocklist blocklist;
  private final Tickets tickets;
  private final RequestClosing requestClosing;
  private final Exclusion exclusion;
  private final Timeline timeline;
  private final Visitors visitors;
  private final RequestCards requestCards;

  EmergencyBan(Blocklist blocklist, Tickets tickets, RequestClosing requestClosing, Exclusion exclusion,
      Timeline timeline, Visitors visitors, RequestCards requestCards) {
    this.blocklist = blocklist;
    this.tickets = tickets;
    this.requestClosing = requestClosing;
    this.exclusion = exclusion;
    this.timeline = timeline;
    this.visitors = visitors;
    this.requestCards = requestCards;
  }

  static boolean isCoordinator(Channel channel, Person person) {
    return Emergency.settings(channel).isCoordinator(person.account());
  }

  /// Their open request is closed, and what they help with is searched for anew. False when they were blocked before.
  boolean block(Turn turn, PersonId person, PersonId by) throws Exception {
    if (!blocklist.add(turn, person, by)) {
      return false;
    }
    Optional<Ticket> open = tickets.openOf(turn, person);
    Optional<Visitor> visitor = open.isPresent() ? visitors.asker(turn, open.get())
        : visitors.find(turn, person);
    if (visitor.isPresent()) {
      exclusion.begins(visitor.get());
    }
    if (open.isPresent()) {
      timeline.note(turn, open.get().id(), "blocked", by, null);
      requestClosing.end(turn, open.get(), Request.Ending.BLOCKED, by);
    }
    return true;
  }

  /// False when they weren't blocked.
  boolean unblock(Turn turn, PersonId person, PersonId by) throws Exception {
    if (!blocklist.remove(turn, person)) {
      return false;
    }
    Optional<Visitor> visitor = visitors.find(turn, person);
    if (visitor.isPresent()) {
      exclusion.ends(visitor.get());
    }
    for (Ticket ticket : tickets.of(turn, person)) {
      if (ticket.room() != null && !ticket.isErased()) {
        timeline.note(turn, ticket.id(), "unblocked", by, null);
        requestCards.refresh(turn, ticket.id());
      }
    }
    return true;
  }
}
