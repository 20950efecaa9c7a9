package otklik.helpdesk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What ends with a ticket, whoever closes it: its clocks stand still, and what was to be answered later isn't sent.
@Component
final class TicketClosing {
  private final Tickets tickets;
  private final Timeline timeline;
  private final SlaEvents slaEvents;
  private final Postponed postponed;

  TicketClosing(Tickets tickets, Timeline timeline, SlaEvents slaEvents, Postponed postponed) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.slaEvents = slaEvents;
    this.postponed = postponed;
  }

  /// False when somebody else moved the ticket first: then nothing changed. The card is drawn afterwards.
  ///
  /// @param actor null when nobody in particular did it
  boolean close(Turn turn, Ticket ticket, @Nullable PersonId actor) throws Exception {
    if (!tickets.move(turn, ticket, Ticket.CLOSED, ticket.owner())) {
      return false;
    }
    timeline.note(turn, ticket.id(), "closed", actor, null);
    slaEvents.closed(turn, ticket.id());
    postponed.closed(turn, ticket);
    return true;
  }
}
