/// What the program survives when it runs as a process of its own: being killed and being told to end.
@NullMarked
package otklik.faults;

import org.jspecify.annotations.NullMarked;
