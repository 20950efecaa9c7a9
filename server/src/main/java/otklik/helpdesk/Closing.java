package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/close`: as the button of the card.
@Component
final class Closing extends TicketCommand {
  private final Work work;

  Closing(Work work, Deliveries deliveries) {
    super(deliveries);
    this.work = work;
  }

  @Override
  public String name() {
    return "close";
  }

  @Override
  Content.Text done(Order order, Ticket ticket) throws Exception {
    return Content.Text.of(work.close(order.turn(), ticket, order.by()));
  }
}
