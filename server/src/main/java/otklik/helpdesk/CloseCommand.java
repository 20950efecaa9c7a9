package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/close`: as the button of the card.
@Component
final class CloseCommand extends TicketCommand {
  private final TicketActions ticketActions;

  CloseCommand(TicketActions ticketActions, Deliveries deliveries) {
    super(deliveries);
    this.ticketActions = ticketActions;
  }

  @Override
  public String name() {
    return "close";
  }

  @Override
  Content.Text done(Order order, Ticket ticket) throws Exception {
    return Content.Text.of(ticketActions.close(order.turn(), ticket, order.by()));
  }
}
