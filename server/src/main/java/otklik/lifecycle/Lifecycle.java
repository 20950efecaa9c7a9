package otklik.lifecycle;

import otklik.commands.Command;
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What may become of a scenario's tickets.
///
/// @param <S> the states, with whatever is to be known to decide
public interface Lifecycle<S, C extends Command> {
  /// As much as is needed to decide about the command.
  S read(Turn turn, Ticket ticket, Actor by, C command) throws Exception;

  /// Pure.
  Decision decide(S state, C command, Actor by);
}
