package otklik.helpdesk;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.talk.Press;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;

/// The buttons under a ticket's card.
@Component
final class CardButtons implements DeskPart, RoomButton {
  private final TicketActions ticketActions;
  private final Timeline timeline;
  private final Deliveries deliveries;
  private final SlaEvents slaEvents;

  CardButtons(TicketActions ticketActions, Timeline timeline, Deliveries deliveries, SlaEvents slaEvents) {
    this.ticketActions = ticketActions;
    this.timeline = timeline;
    this.deliveries = deliveries;
    this.slaEvents = slaEvents;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.TAKE, DeskButton.CLOSE, DeskButton.DETAILS, DeskButton.REOPEN);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Ticket ticket = pressing.ticket();
    if (ticket == null) {
      return pressing.outdated();
    }
    return switch (pressing.press().kind()) {
      case DeskButton.TAKE -> ticketActions.take(pressing.turn(), ticket, pressing.by());
      case DeskButton.CLOSE -> ticketActions.close(pressing.turn(), ticket, pressing.by());
      case DeskButton.REOPEN -> ticketActions.reopen(pressing.turn(), ticket, pressing.by());
      case DeskButton.DETAILS -> askDetails(pressing, ticket);
      default -> throw new IllegalStateException("not a button of the card: " + pressing.press());
    };
  }

  private String askDetails(RoomPressing pressing, Ticket ticket) throws Exception {
    if (ticket.state().equals(Ticket.CLOSED)) {
      return pressing.text("already-closed");
    }
    Visitor visitor = ticketActions.visitor(pressing.turn(), ticket);
    deliveries.owe(pressing.turn(), NewDelivery.words(visitor.says(visitor.text("request-details"))));
    timeline.note(pressing.turn(), ticket.id(), "details-requested", pressing.by().id(), null);
    slaEvents.waitsForClient(pressing.turn(), ticket.id());
    return pressing.text("details-requested");
  }
}
