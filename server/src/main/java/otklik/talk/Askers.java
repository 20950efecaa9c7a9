package otklik.talk;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Those whose tickets are worked on: how they are spoken to, and whether they can be reached.
@Component
public final class Askers {
  private final People people;
  private final Tickets tickets;
  private final Rooms rooms;
  private final Map<String, ReachabilityWatch> watches;

  Askers(People people, Tickets tickets, Rooms rooms, List<ReachabilityWatch> watches) {
    this.people = people;
    this.tickets = tickets;
    this.rooms = rooms;
    this.watches = Parts.single(watches);
  }

  public Visitor visitor(Turn turn, Ticket ticket) {
    return Visitor.of(turn, people.find(turn, ticket.person()).orElseThrow(), ticket.chat());
  }

  /// The messenger tells it. The card of their open ticket shows it, and the team is told.
  void changed(Turn turn, Incoming.Reachability news) throws Exception {
    PersonId person = people.seen(turn, news.person()).id();
    ReachabilityWatch own = watches.get(turn.channel().scenario());
    if (own != null) {
      own.becomes(turn, person, news.reachable());
    } else if (people.becomes(turn, person, news.reachable())) {
      Ticket open = tickets.openOf(turn, person).orElse(null);
      if (open != null && open.room() != null) {
        rooms.refresh(turn, open.id());
        rooms.note(turn, open, turn.text(turn.channel().ownKey(news.reachable() ? "note.back" : "note.blocked")));
      }
    }
  }

  /// Words to the ticket's person were refused, and the team is told of that.
  void unreachable(Turn turn, Ticket ticket) throws Exception {
    ReachabilityWatch own = watches.get(turn.channel().scenario());
    if (own != null) {
      own.becomes(turn, ticket.person(), false);
    } else if (people.becomes(turn, ticket.person(), false)) {
      rooms.refresh(turn, ticket.id());
    }
  }
}
