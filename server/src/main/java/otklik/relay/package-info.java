/// A person's chat and the operators' topic of their ticket as two sides of one conversation: keeps what is said,
/// carries it over, and knows which message on one side stands for which on the other.
@NullMarked
package otklik.relay;

import org.jspecify.annotations.NullMarked;
