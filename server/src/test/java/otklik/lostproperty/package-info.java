/// A small scenario, written from `docs/write-a-scenario.md` alone: people tell what they found, the staff takes it and
/// closes it. What somebody changes after they wrote it, and reactions, aren't brought to the other side.
@NullMarked
package otklik.lostproperty;

import org.jspecify.annotations.NullMarked;
