package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// The volunteer thought that it was done, and it isn't: it is searched for anew.
@Component
final class Resumption {
  private final Tickets tickets;
  private final Requests requests;
  private final Timeline timeline;
  private final Timers timers;
  private final Visitors visitors;
  private final PlaceTraces placeTraces;
  private final Expiry expiry;
  private final Search search;
  private final Copies copies;
  private final Cards cards;
  private final Deliveries deliveries;

  Resumption(Tickets tickets, Requests requests, Timeline timeline, Timers timers, Visitors visitors,
      PlaceTraces placeTraces, Expiry expiry, Search search, Copies copies, Cards cards, Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.timeline = timeline;
    this.timers = timers;
    this.visitors = visitors;
    this.placeTraces = placeTraces;
    this.expiry = expiry;
    this.search = search;
    this.copies = copies;
    this.cards = cards;
    this.deliveries = deliveries;
  }

  /// False when the request isn't done, or somebody else moved it first.
  boolean resume(Tx tx, Visitor visitor, Ticket ticket) throws Exception {
    Channel channel = visitor.channel();
    if (!(Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.StillNeeded())
        instanceof Lifecycle.Decision.Moved(var to, var owner))
        || !tickets.move(tx, channel, ticket, to, owner)) {
      return false;
    }
    timers.cancelAbout(tx, channel, Long.toString(ticket.id().value()));
    requests.backInPool(tx, channel, ticket.id());
    expiry.begin(tx, channel, ticket.id());
    timeline.note(tx, channel, ticket.id(), "still-needed", visitor.person().id(), null);
    placeTraces.takeBack(tx, channel, ticket.id(), ticket.owner());
    Visitor helper = visitors.helper(tx, channel, ticket).orElse(null);
    if (helper != null) {
      deliveries.owe(tx, channel, Owed.words(helper.says(
          helper.text("emergency.still-needed.helper", "number", ticket.shownNumber()))).of(ticket.id()));
    }
    deliveries.owe(tx, channel, Owed.words(visitor.says(
        visitor.text("emergency.still-needed", "number", ticket.shownNumber()),
        OwnButtons.withdraw(visitor, ticket.id()))).of(ticket.id()));
    copies.refresh(tx, channel, ticket.id());
    cards.refresh(tx, channel, ticket.id());
    search.begin(tx, channel, tickets.find(tx, channel, ticket.id()).orElseThrow());
    return true;
  }
}
