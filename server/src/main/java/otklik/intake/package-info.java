/// The only door in. Keeps every update before it is confirmed, hands the updates of one conversation to the scenario
/// one after another, each in one transaction with all of its effects, and sets aside what can't be handled.
@NullMarked
package otklik.intake;

import org.jspecify.annotations.NullMarked;
