package otklik.emergency;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;

/// `/help` in the coordinators' group: how to work there, and a row for each command.
@Component
final class RoomHelp implements RoomAction {
  private final ObjectProvider<RoomCommand> all;
  private final Deliveries deliveries;

  RoomHelp(ObjectProvider<RoomCommand> all, Deliveries deliveries) {
    this.all = all;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public void obey(Order order) throws Exception {
    // Everybody is offered all beans but themselves.
    String rows = Stream.concat(all.stream(), Stream.of(this))
        .map(command -> "/" + command.name() + " — " + order.text("emergency.command." + command.name()))
        .sorted().collect(Collectors.joining("\n"));
    deliveries.owe(order.turn(),
        Owed.words(order.answer(order.text("emergency.coordinators.guide") + "\n\n" + rows)));
  }
}
