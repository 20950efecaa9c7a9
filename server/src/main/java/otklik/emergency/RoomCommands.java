package otklik.emergency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Command;
import otklik.intake.Query;
import otklik.queries.RoomQueries;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.workspaces.Channel;

/// What coordinators order is sent to whom it concerns; what is meant for another bot is not heard.
@Component
final class RoomCommands {
  private final Map<String, RoomCommand> byName;
  private final Relay relay;
  private final Lines lines;
  private final Deliveries deliveries;
  private final RoomQueries queries;

  RoomCommands(List<RoomCommand> all, Relay relay, Lines lines, Deliveries deliveries, RoomQueries queries) {
    this.byName = all.stream().collect(Collectors.toMap(RoomCommand::name, Function.identity()));
    this.relay = relay;
    this.lines = lines;
    this.deliveries = deliveries;
    this.queries = queries;
  }

  void given(Command command, Order order) throws Exception {
    if (!command.isFor(lines.of(order.channel().id()).address())) {
      return;
    }
    if (order.ticket() != null) {
      relay.keep(order.turn(), order.ticket().id(), Direction.NOTE, order.said(), order.said().content());
    }
    RoomCommand known = byName.get(command.name());
    if (known == null) {
      deliveries.owe(order.turn(),
          Owed.words(order.answer(order.text("emergency.command-unknown", "name", command.name()))));
    } else {
      switch (known) {
        case RoomAction action -> action.obey(order);
        case RoomQuery query -> throw new IllegalStateException("is read before it is handled: " + query.name());
      }
    }
  }

  /// The reading of a command that only shows something; empty where it is none.
  Optional<Query> query(Command command, Channel channel, Incoming.Said said) {
    if (!command.isFor(lines.of(channel.id()).address())
        || !(byName.get(command.name()) instanceof RoomQuery query)) {
      return Optional.empty();
    }
    return Optional.of(queries.of(said, channel.text("emergency.took-too-long"),
        (turn, ticket) -> query.shown(turn, new Inquiry(channel, command.rest(), ticket, said))));
  }
}
