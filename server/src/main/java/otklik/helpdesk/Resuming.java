package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/reopen`: a closed ticket goes on.
@Component
final class Resuming extends TicketCommand {
  private final Work work;

  Resuming(Work work, Deliveries deliveries) {
    super(deliveries);
    this.work = work;
  }

  @Override
  public String name() {
    return "reopen";
  }

  @Override
  Content.Text done(Order order, Ticket ticket) throws Exception {
    return Content.Text.of(work.reopen(order.turn(), ticket, order.by()));
  }
}
