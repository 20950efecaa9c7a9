/// The only door out, and the only module that calls a messenger. A call that is owed is a row before it is made; lanes
/// keep their order, budgets keep the messenger's limits, and what became of a call is told in the transaction that
/// records it.
@NullMarked
package otklik.delivery;

import org.jspecify.annotations.NullMarked;
