package otklik.helpdesk;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;

/// The buttons under a ticket's card.
@Component
final class CardButtons implements RoomButton {
  private final Work work;
  private final Timeline timeline;
  private final Deliveries deliveries;
  private final Clocks clocks;

  CardButtons(Work work, Timeline timeline, Deliveries deliveries, Clocks clocks) {
    this.work = work;
    this.timeline = timeline;
    this.deliveries = deliveries;
    this.clocks = clocks;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.TAKE, Press.Action.CLOSE, Press.Action.DETAILS, Press.Action.REOPEN);
  }

  @Override
  public String pressed(Pressing pressing) throws Exception {
    Ticket ticket = pressing.ticket();
    if (ticket == null) {
      return pressing.text("button-outdated");
    }
    return switch (pressing.press().action()) {
      case TAKE -> work.take(pressing.turn(), ticket, pressing.operator());
      case CLOSE -> work.close(pressing.turn(), ticket, pressing.operator());
      case REOPEN -> work.reopen(pressing.turn(), ticket, pressing.operator());
      case DETAILS -> askDetails(pressing, ticket);
      default -> throw new IllegalStateException("not a button of the card: " + pressing.press());
    };
  }

  private String askDetails(Pressing pressing, Ticket ticket) throws Exception {
    if (ticket.state().equals(Ticket.CLOSED)) {
      return pressing.text("already-closed");
    }
    Visitor visitor = work.visitor(pressing.turn(), ticket);
    deliveries.owe(pressing.turn(), Owed.words(visitor.says(visitor.text("request-details"))));
    timeline.note(pressing.turn(), ticket.id(), "details-requested", pressing.operator().id(), null);
    clocks.waitsForClient(pressing.turn(), ticket.id());
    return pressing.text("details-requested");
  }
}
