/// The program: reads its configuration, wires the modules, starts.
@NullMarked
package otklik;

import org.jspecify.annotations.NullMarked;
