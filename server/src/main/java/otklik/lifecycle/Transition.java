package otklik.lifecycle;

import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What was decided and is being done.
///
/// @param before the ticket as the command found it
/// @param after  as it was moved; effects that came earlier may have given it another room since
public record Transition(Turn turn, Actor by, Ticket before, Ticket after) {}
