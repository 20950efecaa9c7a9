/// What volunteers do: take, give back, say how it goes, rest.
@NullMarked
package otklik.emergency.helping;

import org.jspecify.annotations.NullMarked;
