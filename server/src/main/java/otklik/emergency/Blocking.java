package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.kernel.PersonId;
import otklik.talk.Order;

/// `/block`.
@Component
final class Blocking extends CommandOnSomebody {
  private final Banning banning;

  Blocking(Named named, Banning banning, Deliveries deliveries) {
    super(named, deliveries);
    this.banning = banning;
  }

  @Override
  public String name() {
    return "block";
  }

  @Override
  boolean mustBeNamed() {
    return true;
  }

  @Override
  String done(Order order, PersonId person, String words) throws Exception {
    return order.text(banning.block(order.turn(), person, order.by().id())
        ? "emergency.block.done" : "emergency.block.already", "who", words);
  }
}
