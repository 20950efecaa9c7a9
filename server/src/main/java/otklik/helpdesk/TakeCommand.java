package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/take`: the ticket is the operator's.
@Component
final class TakeCommand extends TicketCommand {
  private final TicketActions ticketActions;

  TakeCommand(TicketActions ticketActions, Deliveries deliveries) {
    super(deliveries);
    this.ticketActions = ticketActions;
  }

  @Override
  public String name() {
    return "take";
  }

  @Override
  Content.Text done(Order order, Ticket ticket) throws Exception {
    return Content.Text.of(ticketActions.take(order.turn(), ticket, order.by()));
  }
}
