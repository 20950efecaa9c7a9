package otklik.emergency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

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
  boolean end(Tx tx, Channel channel, Ticket ticket, Request.Ending why, @Nullable PersonId by) throws Exception {
    if (!(Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.End())
        instanceof Lifecycle.Decision.Moved(var to, var owner))
        || !tickets.move(tx, channel, ticket, to, owner)) {
      return false;
    }
    requests.ended(tx, channel, ticket.id(), why);
    timeline.note(tx, channel, ticket.id(), "closed", by, why.name());
    closings.settle(tx, channel, ticket.id());
    timers.cancelAbout(tx, channel, Long.toString(ticket.id().value()));
    Visitor helper = visitors.helper(tx, channel, ticket).orElse(null);
    if (helper != null) {
      dialogs.endAt(tx, channel, helper.chat().key(), new EmergencyStep.Returning(ticket.id().value()));
    }
    placeTraces.erase(tx, channel, ticket);
    farewell.say(tx, channel, ticket, helper, why, by);
    copies.refresh(tx, channel, ticket.id());
    cards.refresh(tx, channel, ticket.id());
    return true;
  }
}
