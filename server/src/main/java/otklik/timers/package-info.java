/// Things to do at a time. A timer is a row; it fires once, late if it must, in the transaction of its effects.
@NullMarked
package otklik.timers;

import org.jspecify.annotations.NullMarked;
