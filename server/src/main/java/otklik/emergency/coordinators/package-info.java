/// What coordinators do and ask.
@NullMarked
package otklik.emergency.coordinators;

import org.jspecify.annotations.NullMarked;
