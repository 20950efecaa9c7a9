/// For those who run Otklik: is it well, what waits, what was set aside.
@NullMarked
package otklik.operations;

import org.jspecify.annotations.NullMarked;
