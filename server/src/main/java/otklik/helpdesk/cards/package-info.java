/// What operators see of a ticket, and in which room.
@NullMarked
package otklik.helpdesk.cards;

import org.jspecify.annotations.NullMarked;
