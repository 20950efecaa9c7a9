package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.kernel.PersonId;
import otklik.talk.Order;

/// `/unblock`.
@Component
final class EmergencyUnblockCommand extends CommandOnSomebody {
  private final EmergencyBan emergencyBan;

  EmergencyUnblockCommand(Named named, EmergencyBan emergencyBan, Deliveries deliveries) {
    super(named, deliveries);
    this.emergencyBan = emergencyBan;
  }

  @Override
  public String name() {
    return "unblock";
  }

  @Override
  String done(Order order, PersonId person, String words) throws Exception {
    return order.text(emergencyBan.unblock(order.turn(), person, order.by().id())
        ? "emergency.unblock.done" : "emergency.unblock.was-not", "who", words);
  }
}
