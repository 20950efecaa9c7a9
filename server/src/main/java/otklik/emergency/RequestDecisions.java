package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What coordinators decide about a request. Each answers with what the coordinator is told; whoever comes second is
/// told that it is decided.
@Component
final class RequestDecisions {
  private final Tickets tickets;
  private final Readmission readmission;
  private final StayingOpen stayingOpen;
  private final Expiry expiry;
  private final RequestClosing requestClosing;
  private final Timeline timeline;
  private final Visitors visitors;
  private final RequestCards requestCards;
  private final Deliveries deliveries;

  RequestDecisions(Tickets tickets, Readmission readmission, StayingOpen stayingOpen, Expiry expiry,
      RequestClosing requestClosing, Timeline timeline, Visitors visitors, RequestCards requestCards,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.readmission = readmission;
    this.stayingOpen = stayingOpen;
    this.expiry = expiry;
    this.requestClosing = requestClosing;
    this.timeline = timeline;
    this.visitors = visitors;
    this.requestCards = requestCards;
    this.deliveries = deliveries;
  }

  String close(Turn turn, Ticket ticket, Person by) throws Exception {
    Request.Ending why = ticket.state().equals(RequestLifecycle.DONE) ? Request.Ending.FULFILLED
        : Request.Ending.CLOSED;
    return ended(turn, ticket, why, by);
  }

  /// The volunteers were right.
  String keepClosed(Turn turn, Ticket ticket, Person by) throws Exception {
    return ticket.state().equals(RequestLifecycle.APPEALED)
        ? ended(turn, ticket, Request.Ending.NOT_URGENT, by) : asItIs(turn, ticket);
  }

  private String ended(Turn turn, Ticket ticket, Request.Ending why, Person by) throws Exception {
    return requestClosing.end(turn, ticket, why, by.id()) ? turn.text("emergency.coordinators.done")
        : asItIs(turn, ticket);
  }

  /// The person was right, or would be.
  String readmit(Turn turn, Ticket ticket, Person by) throws Exception {
    if (stayingOpen.decided(turn, ticket, by.id())) {
      return turn.text("emergency.coordinators.done");
    }
    if (!(RequestLifecycle.decide(RequestLifecycle.stateOf(ticket), new RequestLifecycle.Command.Readmit())
        instanceof RequestLifecycle.Decision.Moved(var to, var owner)) || !tickets.move(turn, ticket, to, owner)) {
      return asItIs(turn, ticket);
    }
    timeline.note(turn, ticket.id(), "readmitted", by.id(), null);
    expiry.begin(turn, ticket.id());
    tell(turn, ticket, "emergency.readmitted");
    readmission.searchAgain(turn, ticket.id());
    requestCards.refresh(turn, ticket.id());
    return turn.text("emergency.coordinators.done");
  }

  String extend(Turn turn, Ticket ticket, Person by) throws Exception {
    switch (RequestLifecycle.stateOf(ticket)) {
      case RequestLifecycle.State.Open _, RequestLifecycle.State.Taken _, RequestLifecycle.State.Appealed _ -> {
        expiry.begin(turn, ticket.id());
        timeline.note(turn, ticket.id(), "extended", by.id(), null);
        tell(turn, ticket, "emergency.extended-by-coordinator");
        requestCards.refresh(turn, ticket.id());
        return turn.text("emergency.coordinators.done");
      }
      case RequestLifecycle.State.Done _, RequestLifecycle.State.Closed _ -> {
        return asItIs(turn, ticket);
      }
    }
  }

  /// Somebody was first, or it never was so.
  private String asItIs(Turn turn, Ticket ticket) throws Exception {
    requestCards.refresh(turn, ticket.id());
    boolean closed = tickets.find(turn, ticket.id()).orElseThrow().state().equals(Ticket.CLOSED);
    return turn.text(closed ? "emergency.coordinators.closed-already" : "emergency.coordinators.changed-already");
  }

  private void tell(Turn turn, Ticket ticket, String key) throws Exception {
    Visitor asker = visitors.asker(turn, ticket).orElse(null);
    if (asker != null) {
      deliveries.owe(turn, NewDelivery.words(asker.says(asker.text(key, "number", ticket.shownNumber(),
          "time", Durations.inWords(asker, Emergency.settings(turn.channel()).lifetime()))))
          .of(ticket.id()));
    }
  }
}
