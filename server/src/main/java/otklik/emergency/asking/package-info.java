/// What whoever needs help does, before and after they asked.
@NullMarked
package otklik.emergency.asking;

import org.jspecify.annotations.NullMarked;
