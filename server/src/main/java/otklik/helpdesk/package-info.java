/// The support desk whose console is a group with topics. Promises that every ticket has its topic and that nothing
/// a client writes misses it. Knows the rails, no other scenario and no messenger. Depends on `kernel`,
/// `workspaces` and the rails.
@NullMarked
package otklik.helpdesk;

import org.jspecify.annotations.NullMarked;
