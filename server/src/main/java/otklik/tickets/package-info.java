/// Numbered requests: their state, owner, room and timeline. What the states are and which moves are allowed is each
/// scenario's own; this module makes a move atomic.
@NullMarked
package otklik.tickets;

import org.jspecify.annotations.NullMarked;
