package otklik.helpdesk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Command;
import otklik.intake.Query;
import otklik.queries.RoomQueries;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// What operators order in the group is sent to whom it concerns; what is meant for another bot is not heard.
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
    RoomCommand known = byName.get(command.name());
    boolean answers = known instanceof RoomAction action && action.isAnswer();
    boolean file = answers && !(order.said().content() instanceof Content.Text);
    if (!answers || file) {
      keep(order);
    }
    if (file) {
      refuse(order, order.text("command-takes-no-files", "name", command.name()));
    } else if (known == null) {
      refuse(order, order.text("no-such-command", "name", command.name()));
    } else if (!mayGive(order.channel(), order.operator().account(), known)) {
      refuse(order, order.text("for-admins"));
    } else {
      switch (known) {
        case RoomAction action -> action.obey(order);
        case RoomQuery query -> throw new IllegalStateException("is read before it is handled: " + query.name());
      }
    }
  }

  /// The reading of a command that only shows something; empty where it is none, or not to be obeyed.
  Optional<Query> query(Command command, Channel channel, Incoming.Said said) {
    if (!command.isFor(lines.of(channel.id()).address()) || !(byName.get(command.name()) instanceof RoomQuery query)
        || !mayGive(channel, said.by().id(), query)) {
      return Optional.empty();
    }
    return Optional.of(queries.of(said, channel.text("took-too-long"),
        (turn, ticket) -> query.shown(turn, new Inquiry(channel, command.rest(), ticket, said))));
  }

  private static boolean mayGive(Channel channel, String account, RoomCommand command) {
    return !command.isForAdmins() || Helpdesk.settings(channel).isAdmin(account);
  }

  /// Commands are kept with their ticket: they tell what was done there.
  private void keep(Order order) throws Exception {
    Ticket ticket = order.ticket();
    if (ticket != null) {
      relay.keep(order.turn(), ticket.id(), Direction.NOTE, order.said(), order.said().content());
    }
  }

  private void refuse(Order order, String why) throws Exception {
    deliveries.owe(order.turn(), Owed.words(order.answer(why)));
  }
}
