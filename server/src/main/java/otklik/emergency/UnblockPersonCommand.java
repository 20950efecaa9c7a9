package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.kernel.PersonId;
import otklik.talk.Order;

/// `/unblock`.
@Component
final class UnblockPersonCommand extends CommandOnSomebody {
  private final PersonBan personBan;

  UnblockPersonCommand(Named named, PersonBan personBan, Deliveries deliveries) {
    super(named, deliveries);
    this.personBan = personBan;
  }

  @Override
  public String name() {
    return "unblock";
  }

  @Override
  String done(Order order, PersonId person, String words) throws Exception {
    return order.text(personBan.unblock(order.turn(), person, order.by().id())
        ? "emergency.unblock.done" : "emergency.unblock.was-not", "who", words);
  }
}
