package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.turns.Turn;

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
  private final VolunteerSearch volunteerSearch;
  private final VolunteerCopies volunteerCopies;
  private final RequestCards requestCards;
  private final Deliveries deliveries;

  Resumption(Tickets tickets, Requests requests, Timeline timeline, Timers timers, Visitors visitors,
      PlaceTraces placeTraces, Expiry expiry, VolunteerSearch volunteerSearch, VolunteerCopies volunteerCopies,
      RequestCards requestCards, Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.timeline = timeline;
    this.timers = timers;
    this.visitors = visitors;
    this.placeTraces = placeTraces;
    this.expiry = expiry;
    this.volunteerSearch = volunteerSearch;
    this.volunteerCopies = volunteerCopies;
    this.requestCards = requestCards;
    this.deliveries = deliveries;
  }

  /// False when the request isn't done, or somebody else moved it first.
  boolean resume(Visitor visitor, Ticket ticket) throws Exception {
    Turn turn = visitor.turn();
    if (!(RequestLifecycle.decide(RequestLifecycle.stateOf(ticket), new RequestLifecycle.Command.StillNeeded())
        instanceof RequestLifecycle.Decision.Moved(var to, var owner))
        || !tickets.move(turn, ticket, to, owner)) {
      return false;
    }
    timers.cancelAbout(turn, Long.toString(ticket.id().value()));
    requests.backInPool(turn, ticket.id());
    expiry.begin(turn, ticket.id());
    timeline.note(turn, ticket.id(), "still-needed", visitor.person().id(), null);
    placeTraces.takeBack(turn, ticket.id(), ticket.owner());
    Visitor helper = visitors.helper(turn, ticket).orElse(null);
    if (helper != null) {
      deliveries.owe(turn, NewDelivery.words(helper.says(
          helper.text("emergency.still-needed.helper", "number", ticket.shownNumber()))).of(ticket.id()));
    }
    deliveries.owe(turn, NewDelivery.words(visitor.says(
        visitor.text("emergency.still-needed", "number", ticket.shownNumber()),
        OwnButtons.withdraw(visitor, ticket.id()))).of(ticket.id()));
    volunteerCopies.refresh(turn, ticket.id());
    requestCards.refresh(turn, ticket.id());
    volunteerSearch.begin(turn, tickets.find(turn, ticket.id()).orElseThrow());
    return true;
  }
}
