/// Points on the earth, how far they are from each other, and the cities and countries that people name.
/// Promises that distances come from the ellipsoid wherever the points are, at the poles and across the 180° meridian
/// too; that an [otklik.geography.Area] can't be made exact again by asking often; and that what comes with the program
/// can be replaced by one's own. Refuses coordinates that no place has. Asks nothing of the network, keeps nothing.
/// Depends on `kernel` alone.
@NullMarked
package otklik.geography;

import org.jspecify.annotations.NullMarked;
