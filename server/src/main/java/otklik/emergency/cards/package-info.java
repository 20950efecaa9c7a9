/// What coordinators see of a request.
@NullMarked
package otklik.emergency.cards;

import org.jspecify.annotations.NullMarked;
