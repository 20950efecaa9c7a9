package otklik.emergency.asking;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.helping.StayingOpen;
import otklik.emergency.requests.Attachments;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.Story;
import otklik.emergency.requests.Visibility;
import otklik.emergency.requests.WrittenPosition;
import otklik.emergency.words.TakerMessages;
import otklik.emergency.words.Whose;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// Carries words to the other side of a request once it is known to which they belong.
@Component
final class Conversing {
  private final OwnRequest ownRequest;
  private final TakerMessages takerMessages;
  private final Visibility visibility;
  private final Tickets tickets;
  private final StayingOpen stayingOpen;
  private final Deliveries deliveries;

  Conversing(OwnRequest ownRequest, TakerMessages takerMessages, Visibility visibility, Tickets tickets,
      StayingOpen stayingOpen, Deliveries deliveries) {
    this.ownRequest = ownRequest;
    this.takerMessages = takerMessages;
    this.visibility = visibility;
    this.tickets = tickets;
    this.stayingOpen = stayingOpen;
    this.deliveries = deliveries;
  }

  /// @param ticket  their own, or one they help with
  /// @param between whether it answers what a helper said to them alone
  void said(Visitor visitor, Ticket ticket, Incoming.Said said, Content shown, boolean between) throws Exception {
    if (ticket.person().equals(visitor.person().id())) {
      Incoming.Said read = WrittenPosition.in(said, false);
      ownRequest.said(visitor, ticket, read, read == said ? shown : read.content(), between);
    } else {
      takerMessages.said(visitor, ticket, said, shown);
    }
  }

  /// Whoever answers a coordinator speaks with coordinators alone: it isn't for those who are asked to help, nor for the
  /// one who does. A position is a matter of the request, whoever asked where they are: coordinators don't see it, nor
  /// a file that may tell it.
  void toCoordinators(Visitor visitor, Ticket asked, Incoming.Said said, Content shown) throws Exception {
    Ticket ticket = asked.person().equals(visitor.person().id()) && stayingOpen.insisted(visitor, asked)
        ? tickets.find(visitor.turn(), asked.id()).orElseThrow() : asked;
    Incoming.Said read = WrittenPosition.in(said, true);
    if (LocationParser.isPosition(read.content()) || Story.isContact(shown)) {
      if (Whose.isTheirs(visitor, ticket)) {
        ownRequest.said(visitor, ticket, read, read.content(), false);
      } else {
        notTheirs(visitor, ticket);
      }
      return;
    }
    if (Attachments.isHeld(shown)) {
      deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(
          visitor.text("emergency.to-coordinators.no-file"))).of(ticket.id()));
      return;
    }
    visibility.passToCoordinators(visitor.turn(), ticket, said, shown);
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text(
        Whose.hasHelper(ticket) ? "emergency.to-coordinators.alone" : "emergency.to-coordinators")))
        .of(ticket.id()).replacing("to-coordinators:" + ticket.id().value()));
  }

  /// What they answer belongs to a request that isn't theirs.
  void notTheirs(Visitor visitor, Ticket ticket) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text(
        ticket.state().equals(Ticket.CLOSED) ? "emergency.to-whom.closed" : "emergency.to-whom.not-yours",
        "number", ticket.shownNumber()))).of(ticket.id()));
  }
}
