/// A small scenario, the example of `docs/write-a-scenario.md`: people tell what they found, the staff takes it and
/// closes it.
@NullMarked
package otklik.lostproperty;

import org.jspecify.annotations.NullMarked;
