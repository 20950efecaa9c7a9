package otklik.talk;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.commands.Command;
import otklik.commands.Commands;
import otklik.commands.Phrases;
import otklik.commands.Result;
import otklik.delivery.Deliveries;
import otklik.dialogs.Visitor;
import otklik.people.Actor;
import otklik.people.Person;
import otklik.people.Role;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// The messenger's door to [Commands]: names who gives one and shows what became of it.
@Component
public final class CommandDoor {
  private final Commands commands;
  private final Teams teams;
  private final Phrases phrases;
  private final Deliveries deliveries;

  CommandDoor(Commands commands, Teams teams, Phrases phrases, Deliveries deliveries) {
    this.commands = commands;
    this.teams = teams;
    this.phrases = phrases;
    this.deliveries = deliveries;
  }

  /// With what their team's configuration grants them.
  private Actor actor(Turn turn, Person person) {
    return new Actor.MessengerUser(person.id(), teams.roles(turn.channel(), person.account()));
  }

  /// Somebody of the team pressed a button.
  ///
  /// @return what they are told
  public String pressed(RoomPressing pressing, Ticket ticket, Command command) throws Exception {
    Turn turn = pressing.turn();
    return shown(turn, commands.give(turn, actor(turn, pressing.by()), ticket, command));
  }

  /// Somebody of the team gave a slash command.
  public Result ordered(Order order, @Nullable Ticket ticket, Command command) throws Exception {
    Turn turn = order.turn();
    Actor by = actor(turn, order.by());
    return ticket == null ? commands.give(turn, by, command) : commands.give(turn, by, ticket, command);
  }

  /// As a reply to the slash command; nothing where nothing is to be said.
  public void answer(Order order, Result result) throws Exception {
    if (result.words() != null) {
      Content.Text words = phrases.said(order.turn(), result.words());
      deliveries.owe(order.turn(), order.told(order.answer(words)));
    }
  }

  /// Somebody pressed a button in their own chat. What they may not do, or what is over, is outdated there.
  public Result pressed(Pressing pressing, Ticket ticket, Command command) throws Exception {
    return given(pressing.visitor(), Set.of(), ticket, command);
  }

  /// Somebody wants something in their own chat.
  ///
  /// @param roles what they were granted
  public Result given(Visitor visitor, Set<Role> roles, Ticket ticket, Command command) throws Exception {
    return commands.give(visitor.turn(), new Actor.MessengerUser(visitor.person().id(), roles), ticket, command);
  }

  /// In their language; empty where nothing is to be said.
  public String shown(Visitor visitor, Result result) {
    return result.words() == null ? "" : phrases.said(visitor, result.words()).text();
  }

  /// Empty where nothing is to be said.
  public String shown(Turn turn, Result result) {
    return result.words() == null ? "" : phrases.said(turn, result.words()).text();
  }
}
