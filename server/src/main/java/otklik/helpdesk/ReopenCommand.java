package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/reopen`: a closed ticket goes on.
@Component
final class ReopenCommand extends TicketCommand {
  private final TicketActions ticketActions;

  ReopenCommand(TicketActions ticketActions, Deliveries deliveries) {
    super(deliveries);
    this.ticketActions = ticketActions;
  }

  @Override
  public String name() {
    return "reopen";
  }

  @Override
  Content.Text done(Order order, Ticket ticket) throws Exception {
    return Content.Text.of(ticketActions.reopen(order.turn(), ticket, order.by()));
  }
}
