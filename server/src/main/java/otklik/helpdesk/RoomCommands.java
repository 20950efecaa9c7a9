package otklik.helpdesk;

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
import otklik.tickets.Ticket;

/// What operators order in the group is sent to whom it concerns; what is meant for another bot is not heard.
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
    RoomCommand known = byName.get(command.name());
    if (known == null || !known.isAnswer()) {
      keep(tx, order);
    }
    if (known == null) {
      refuse(tx, order, order.text("no-such-command", "name", command.name()));
    } else if (known.isForAdmins() && !Helpdesk.settings(order.channel()).isAdmin(order.operator().account())) {
      refuse(tx, order, order.text("for-admins"));
    } else {
      known.obey(tx, order);
    }
  }

  /// Commands are kept with their ticket: they tell what was done there.
  private void keep(Tx tx, Order order) throws Exception {
    Ticket ticket = order.ticket();
    if (ticket != null) {
      relay.keep(tx, order.channel(), ticket.id(), Direction.NOTE, order.said(), order.said().content());
    }
  }

  private void refuse(Tx tx, Order order, String why) throws Exception {
    deliveries.owe(tx, order.channel(), Owed.words(order.answer(why)));
  }
}
