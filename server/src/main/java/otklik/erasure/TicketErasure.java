package otklik.erasure;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// A person's own tickets: what was said is gone, what can be counted stays. One that goes on is closed.
@Component
final class TicketErasure {
  /// An event of a ticket's timeline.
  private static final String ERASED = "erased";

  private final Tickets tickets;
  private final Timeline timeline;
  private final Timers timers;
  private final MessageErasure messageErasure;
  private final ReaderErasure readerErasure;
  private final RoomErasure roomErasure;

  TicketErasure(Tickets tickets, Timeline timeline, Timers timers, MessageErasure messageErasure,
      ReaderErasure readerErasure, RoomErasure roomErasure) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.timers = timers;
    this.messageErasure = messageErasure;
    this.readerErasure = readerErasure;
    this.roomErasure = roomErasure;
  }

  /// @return whether nothing is left
  boolean erase(Visitor visitor, PersonalData data, Portion portion) throws Exception {
    for (Ticket ticket : tickets.of(visitor.turn(), visitor.person().id())) {
      if (!ticket.isErased() && ticket.id().value() < portion.until()
          && !erase(visitor.turn(), data, ticket, portion)) {
        return false;
      }
    }
    return true;
  }

  private boolean erase(Turn turn, PersonalData data, Ticket ticket, Portion portion) throws Exception {
    while (!portion.isUsedUp() && messageErasure.isLong(turn, ticket)) {
      roomErasure.eraseOldest(turn, ticket, MessageErasure.AT_ONCE);
      messageErasure.partErased(turn, ticket, portion);
    }
    if (portion.isUsedUp()) {
      return false;
    }
    timers.cancelAbout(turn, Long.toString(ticket.id().value()));
    data.takeBack(turn, ticket);
    readerErasure.withdraw(turn, ticket, portion);
    roomErasure.withdraw(turn, ticket);
    messageErasure.erase(turn, ticket, portion);
    PersonalRows.eraseWith(turn, data.rows(), ticket.id());
    timeline.erase(turn, ticket.id());
    data.close(turn, ticket);
    timeline.note(turn, ticket.id(), ERASED, Actor.CLOCK, null);
    Ticket closed = tickets.find(turn, ticket.id()).orElseThrow();
    roomErasure.redraw(turn, closed);
    tickets.erased(turn, closed);
    portion.spend(Portion.TICKET);
    return true;
  }
}
