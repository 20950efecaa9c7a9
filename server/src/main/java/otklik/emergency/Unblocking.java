package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.kernel.PersonId;
import otklik.talk.Order;

/// `/unblock`.
@Component
final class Unblocking extends CommandOnSomebody {
  private final Banning banning;

  Unblocking(Named named, Banning banning, Deliveries deliveries) {
    super(named, deliveries);
    this.banning = banning;
  }

  @Override
  public String name() {
    return "unblock";
  }

  @Override
  String done(Order order, PersonId person, String words) throws Exception {
    return order.text(banning.unblock(order.turn(), person, order.by().id())
        ? "emergency.unblock.done" : "emergency.unblock.was-not", "who", words);
  }
}
