/// What one piece of work of a scenario has in its hands: the transaction, the channel that it is about, the time and the
/// words. Everything else is handed the turn instead of its parts.
@NullMarked
package otklik.turns;

import org.jspecify.annotations.NullMarked;

