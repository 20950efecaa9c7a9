/// Deadlines: what runs, what is due, who is told.
@NullMarked
package otklik.helpdesk.clocks;

import org.jspecify.annotations.NullMarked;
