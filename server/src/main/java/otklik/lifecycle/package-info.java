/// How a ticket moves. A scenario decides purely what becomes of a state by a command: a
/// [otklik.lifecycle.Decision] names the move, its effects and what is said. One shell,
/// [otklik.lifecycle.Transitions], moves the row from the state in which it was read, decides again when somebody was
/// first, and applies the effects in the same transaction.
@NullMarked
package otklik.lifecycle;

import org.jspecify.annotations.NullMarked;
