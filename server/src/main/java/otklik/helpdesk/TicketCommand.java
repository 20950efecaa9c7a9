package otklik.helpdesk;

import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.talk.Order;
import otklik.talk.RoomAction;
import otklik.tickets.Ticket;

/// A command about the ticket in whose topic it is given. It is answered in one message, as a reply.
abstract class TicketCommand implements DeskPart, RoomAction {
  private final Deliveries deliveries;

  TicketCommand(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /// @return what the operator is told
  abstract Content.Text done(Order order, Ticket ticket) throws Exception;

  @Override
  public final void obey(Order order) throws Exception {
    Ticket ticket = order.ticket();
    Content.Text answer = ticket == null ? Content.Text.of(order.text("in-topic")) : done(order, ticket);
    deliveries.owe(order.turn(), order.told(order.answer(answer)));
  }
}
