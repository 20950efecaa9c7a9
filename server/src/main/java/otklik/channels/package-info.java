/// The contract between Otklik and a messenger: what can come in, what can be said, what can go wrong.
/// Each messenger is one folder below that implements it. Knows no scenario, no table and no other messenger.
@NullMarked
package otklik.channels;

import org.jspecify.annotations.NullMarked;
