package otklik.emergency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// The only way in which a request is closed.
@Component
final class Ending {
  private final Tickets tickets;
  private final Requests requests;
  private final Timeline timeline;
  private final Closings closings;
  private final Timers timers;
  private final Visitors visitors;
  private final Dialogs dialogs;
  private final PlaceTraces placeTraces;
  private final Farewell farewell;
  private final Copies copies;
  private final Cards cards;

  Ending(Tickets tickets, Requests requests, Timeline timeline, Closings closings, Timers timers, Visitors visitors,
      Dialogs dialogs, PlaceTraces placeTraces, Farewell farewell, Copies copies, Cards cards) {
    this.tickets = tickets;
    this.requests = requests;
    this.timeline = timeline;
    this.closings = closings;
    this.timers = timers;
    this.visitors = visitors;
    this.dialogs = dialogs;
    this.placeTraces = placeTraces;
    this.farewell = farewell;
    this.copies = copies;
    this.cards = cards;
  }

  /// Closes the request, forgets the exact place and tells both sides, except whoever did it.
  ///
  /// @param ticket as it was read
  /// @param by     null when nobody in particular did it
  /// @return false when somebody else moved the ticket first: then nothing changed
  boolean end(Turn turn, Ticket ticket, Request.Ending why, @Nullable PersonId by) throws Exception {
    if (!(Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.End())
        instanceof Lifecycle.Decision.Moved(var to, var owner))
        || !tickets.move(turn, ticket, to, owner)) {
      return false;
    }
    requests.ended(turn, ticket.id(), why);
    timeline.note(turn, ticket.id(), "closed", by, why.name());
    closings.settle(turn, ticket.id());
    timers.cancelAbout(turn, Long.toString(ticket.id().value()));
    Visitor helper = visitors.helper(turn, ticket).orElse(null);
    if (helper != null) {
      dialogs.endAt(turn, helper.chat().key(), new EmergencyStep.Returning(ticket.id().value()));
    }
    placeTraces.erase(turn, ticket);
    farewell.say(turn, ticket, helper, why, by);
    copies.refresh(turn, ticket.id());
    cards.refresh(turn, ticket.id());
    return true;
  }
}
