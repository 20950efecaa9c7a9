/// What a desk knows of a ticket, what can be done with it, and the steps of its forms.
@NullMarked
package otklik.helpdesk.tickets;

import org.jspecify.annotations.NullMarked;
