/// What operators say to people: now, later, taken back, or not delivered.
@NullMarked
package otklik.helpdesk.answers;

import org.jspecify.annotations.NullMarked;
