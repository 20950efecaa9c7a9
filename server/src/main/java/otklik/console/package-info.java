/// The web console: what is done in a browser. It is one more door to the same commands, and reads on readers. Nothing in
/// it answers whoever isn't signed in, but for the sign-in itself.
@NullMarked
package otklik.console;

import org.jspecify.annotations.NullMarked;
