package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/take`: the ticket is the operator's.
@Component
final class Taking extends TicketCommand {
  private final Work work;

  Taking(Work work, Deliveries deliveries) {
    super(deliveries);
    this.work = work;
  }

  @Override
  public String name() {
    return "take";
  }

  @Override
  Content.Text done(Order order, Ticket ticket) throws Exception {
    return Content.Text.of(work.take(order.turn(), ticket, order.by()));
  }
}
