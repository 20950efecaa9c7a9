/// A small scenario, the example of `docs/write-a-scenario.md`: people tell what they found, the staff takes it and
/// closes it. What somebody changes after they wrote it, and reactions, aren't brought to the other side.
@NullMarked
package otklik.lostproperty;

import org.jspecify.annotations.NullMarked;
