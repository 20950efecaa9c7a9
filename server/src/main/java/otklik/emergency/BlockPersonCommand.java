package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.kernel.PersonId;
import otklik.talk.Order;

/// `/block`.
@Component
final class BlockPersonCommand extends CommandOnSomebody {
  private final PersonBan personBan;

  BlockPersonCommand(Named named, PersonBan personBan, Deliveries deliveries) {
    super(named, deliveries);
    this.personBan = personBan;
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
    return order.text(personBan.block(order.turn(), person, order.by().id())
        ? "emergency.block.done" : "emergency.block.already", "who", words);
  }
}
