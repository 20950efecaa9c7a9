/// Makes a person forgotten in all that knows them, and keeps a record that this was done. What a scenario knows it
/// forgets itself: it brings an [otklik.erasure.Eraser].
@NullMarked
package otklik.erasure;

import org.jspecify.annotations.NullMarked;
