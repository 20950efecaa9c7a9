/// What operators and admins do and ask in their group.
@NullMarked
package otklik.helpdesk.operators;

import org.jspecify.annotations.NullMarked;
