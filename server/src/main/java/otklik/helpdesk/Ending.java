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
final class Ending {
  private final Tickets tickets;
  private final Timeline timeline;
  private final Clocks clocks;
  private final Postponed postponed;

  Ending(Tickets tickets, Timeline timeline, Clocks clocks, Postponed postponed) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.clocks = clocks;
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
    clocks.closed(turn, ticket.id());
    postponed.closed(turn, ticket);
    return true;
  }
}
