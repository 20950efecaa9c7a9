package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.kernel.PersonId;
import otklik.talk.Order;

/// `/block`.
@Component
final class EmergencyBlockCommand extends CommandOnSomebody {
  private final EmergencyBan emergencyBan;

  EmergencyBlockCommand(Named named, EmergencyBan emergencyBan, Deliveries deliveries) {
    super(named, deliveries);
    this.emergencyBan = emergencyBan;
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
    return order.text(emergencyBan.block(order.turn(), person, order.by().id())
        ? "emergency.block.done" : "emergency.block.already", "who", words);
  }
}
