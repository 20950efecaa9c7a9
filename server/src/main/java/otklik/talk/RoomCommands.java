package otklik.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.SlashCommand;
import otklik.intake.Query;
import otklik.people.Role;
import otklik.queries.RoomQueries;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.workspaces.Channel;

/// Commands in teams' groups. What is meant for another bot isn't heard.
@Component
public final class RoomCommands {
  static final String HELP = "help";

  private final Map<String, Map<String, RoomCommand>> commands;
  private final Teams teams;
  private final RoomQueries queries;
  private final Relay relay;
  private final Lines lines;
  private final Deliveries deliveries;

  RoomCommands(List<RoomCommand> commands, Teams teams, RoomQueries queries, Relay relay, Lines lines,
      Deliveries deliveries) {
    this.commands = Parts.named(commands, RoomCommand::name);
    if (commands.stream().anyMatch(command -> command.name().equals(HELP))) {
      throw new IllegalStateException("/" + HELP + " is everybody's");
    }
    this.teams = teams;
    this.queries = queries;
    this.relay = relay;
    this.lines = lines;
    this.deliveries = deliveries;
  }

  /// Whoever gave it belongs to the team.
  public void given(SlashCommand command, Order order) throws Exception {
    Channel channel = order.channel();
    if (!isHeard(command, channel)) {
      return;
    }
    RoomCommand known = Parts.of(commands, channel.scenario(), command.name());
    boolean answers = known instanceof RoomAction action && action.isAnswer();
    boolean file = answers && !(order.said().content() instanceof Content.Text);
    if ((!answers || file) && order.ticket() != null) {
      // Commands are kept with their ticket: they tell what was done there.
      relay.keep(order.turn(), order.ticket().id(), Direction.NOTE, order.said(), order.said().content());
    }
    if (command.name().equals(HELP)) {
      tell(order, help(order));
    } else if (file) {
      tell(order, order.text(channel.ownKey("command-takes-no-files"), "name", command.name()));
    } else if (known == null) {
      tell(order, order.text(channel.ownKey("no-such-command"), "name", command.name()));
    } else if (!mayGive(channel, order.by().account(), known)) {
      tell(order, order.text(channel.ownKey("for-admins")));
    } else {
      switch (known) {
        case RoomAction action -> action.obey(order);
        case RoomQuery query -> throw new IllegalStateException("is read before it is handled: " + query.name());
      }
    }
  }

  /// The reading of a command that only shows something; empty where it is none, or not to be obeyed.
  public Optional<Query> query(SlashCommand command, Channel channel, Incoming.Said said) {
    if (!isHeard(command, channel) || !(Parts.of(commands, channel.scenario(),
        command.name()) instanceof RoomQuery query)
        || !mayGive(channel, said.by().id(), query)) {
      return Optional.empty();
    }
    return Optional.of(queries.of(said, channel.text(channel.ownKey("took-too-long")),
        (turn, ticket) -> query.shown(turn, new Inquiry(channel, command.rest(), ticket, said))));
  }

  /// The names of the commands, without [#HELP].
  List<String> names(Channel channel, boolean admin) {
    return Parts.of(commands, channel.scenario()).values().stream().filter(command -> admin || !command.isForAdmins())
        .map(RoomCommand::name).toList();
  }

  private boolean isHeard(SlashCommand command, Channel channel) {
    return command.isFor(lines.of(channel.id()).address());
  }

  private boolean mayGive(Channel channel, String account, RoomCommand command) {
    return !command.isForAdmins() || teams.roles(channel, account).contains(Role.ADMIN);
  }

  /// A row for each command that they may give.
  private String help(Order order) {
    Channel channel = order.channel();
    Team team = teams.of(channel);
    List<String> rows = new ArrayList<>();
    boolean admin = teams.roles(channel, order.by().account()).contains(Role.ADMIN);
    Stream.concat(names(channel, admin).stream(), Stream.of(HELP))
        .map(name -> "/" + name + " — " + order.text(channel.ownKey("command." + name))).sorted().forEach(rows::add);
    String begins = team.helpBegins(channel);
    return (begins.isEmpty() ? "" : begins + "\n\n") + String.join("\n", rows);
  }

  private void tell(Order order, String text) throws Exception {
    deliveries.owe(order.turn(), NewDelivery.words(order.answer(text)));
  }
}
