package otklik.emergency;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Command;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.storage.Tx;

/// What coordinators order is sent to whom it concerns; what is meant for another bot is not heard.
@Component
final class RoomCommands {
  private final Map<String, RoomCommand> byName;
  private final Relay relay;
  private final Lines lines;
  private final Deliveries deliveries;

  RoomCommands(List<RoomCommand> all, Relay relay, Lines lines, Deliveries deliveries) {
    this.byName = all.stream().collect(Collectors.toMap(RoomCommand::name, Function.identity()));
    this.relay = relay;
    this.lines = lines;
    this.deliveries = deliveries;
  }

  void given(Tx tx, Command command, Order order) throws Exception {
    if (!command.isFor(lines.of(order.channel().id()).address())) {
      return;
    }
    if (order.ticket() != null) {
      relay.keep(tx, order.channel(), order.ticket().id(), Direction.NOTE, order.said(), order.said().content());
    }
    RoomCommand known = byName.get(command.name());
    if (known == null) {
      deliveries.owe(tx, order.channel(),
          Owed.words(order.answer(order.text("emergency.command-unknown", "name", command.name()))));
    } else {
      known.obey(tx, order);
    }
  }
}
