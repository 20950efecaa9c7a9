package otklik.emergency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// What coordinators decide about a request. Each answers with what the coordinator is told; whoever comes second is
/// told that it is decided.
@Component
final class Verdicts {
  private final Tickets tickets;
  private final Readmission readmission;
  private final StayingOpen stayingOpen;
  private final Expiry expiry;
  private final Ending ending;
  private final Timeline timeline;
  private final Visitors visitors;
  private final Cards cards;
  private final Deliveries deliveries;

  Verdicts(Tickets tickets, Readmission readmission, StayingOpen stayingOpen, Expiry expiry, Ending ending,
      Timeline timeline, Visitors visitors, Cards cards, Deliveries deliveries) {
    this.tickets = tickets;
    this.readmission = readmission;
    this.stayingOpen = stayingOpen;
    this.expiry = expiry;
    this.ending = ending;
    this.timeline = timeline;
    this.visitors = visitors;
    this.cards = cards;
    this.deliveries = deliveries;
  }

  String close(Tx tx, Channel channel, Ticket ticket, Person by) throws Exception {
    Request.Ending why = ticket.state().equals(Lifecycle.DONE) ? Request.Ending.FULFILLED : Request.Ending.CLOSED;
    return ended(tx, channel, ticket, why, by);
  }

  /// The volunteers were right.
  String keepClosed(Tx tx, Channel channel, Ticket ticket, Person by) throws Exception {
    return ticket.state().equals(Lifecycle.APPEALED)
        ? ended(tx, channel, ticket, Request.Ending.NOT_URGENT, by) : asItIs(tx, channel, ticket);
  }

  private String ended(Tx tx, Channel channel, Ticket ticket, Request.Ending why, Person by) throws Exception {
    return ending.end(tx, channel, ticket, why, by.id()) ? text(channel, "emergency.coordinators.done")
        : asItIs(tx, channel, ticket);
  }

  /// The person was right, or would be.
  String readmit(Tx tx, Channel channel, Ticket ticket, Person by) throws Exception {
    if (stayingOpen.decided(tx, channel, ticket, by.id())) {
      return text(channel, "emergency.coordinators.done");
    }
    if (!(Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Readmit())
        instanceof Lifecycle.Decision.Moved(var to, var owner)) || !tickets.move(tx, channel, ticket, to, owner)) {
      return asItIs(tx, channel, ticket);
    }
    timeline.note(tx, channel, ticket.id(), "readmitted", by.id(), null);
    expiry.begin(tx, channel, ticket.id());
    tell(tx, channel, ticket, "emergency.readmitted");
    readmission.searchAgain(tx, channel, ticket.id());
    cards.refresh(tx, channel, ticket.id());
    return text(channel, "emergency.coordinators.done");
  }

  String extend(Tx tx, Channel channel, Ticket ticket, Person by) throws Exception {
    switch (Lifecycle.stateOf(ticket)) {
      case Lifecycle.State.Open _, Lifecycle.State.Taken _, Lifecycle.State.Appealed _ -> {
        expiry.begin(tx, channel, ticket.id());
        timeline.note(tx, channel, ticket.id(), "extended", by.id(), null);
        tell(tx, channel, ticket, "emergency.extended-by-coordinator");
        cards.refresh(tx, channel, ticket.id());
        return text(channel, "emergency.coordinators.done");
      }
      case Lifecycle.State.Done _, Lifecycle.State.Closed _ -> {
        return asItIs(tx, channel, ticket);
      }
    }
  }

  /// Somebody was first, or it never was so.
  private String asItIs(Tx tx, Channel channel, Ticket ticket) throws Exception {
    cards.refresh(tx, channel, ticket.id());
    boolean closed = tickets.find(tx, channel, ticket.id()).orElseThrow().state().equals(Ticket.CLOSED);
    return text(channel, closed ? "emergency.coordinators.closed-already" : "emergency.coordinators.changed-already");
  }

  private void tell(Tx tx, Channel channel, Ticket ticket, String key) throws Exception {
    Visitor asker = visitors.asker(tx, channel, ticket).orElse(null);
    if (asker != null) {
      deliveries.owe(tx, channel, Owed.words(asker.says(asker.text(key, "number", ticket.shownNumber(),
          "time", Spans.inWords(asker, Emergency.settings(channel).lifetime()))))
          .of(ticket.id()));
    }
  }

  private static String text(Channel channel, String key, @Nullable Object... values) {
    return channel.texts().text(channel.language(), key, values);
  }
}
