package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.talk.Order;
import otklik.talk.RoomAction;

/// `/note`: words for the other operators. Whatever is ordered in a ticket's topic is kept with the ticket, so there
/// nothing more is to be done.
@Component
final class NoteCommand implements DeskPart, RoomAction {
  static final String NAME = "note";

  private final Deliveries deliveries;

  NoteCommand(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void obey(Order order) throws Exception {
    if (order.ticket() == null) {
      deliveries.owe(order.turn(), NewDelivery.words(order.answer(order.text("in-topic"))));
    }
  }
}
