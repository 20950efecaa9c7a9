/// The panic button: somebody in a community asks, its volunteers are asked nearest first, exactly one takes it. The
/// exact place is the taker's alone and is gone when the request is closed. Rides the rails and knows no messenger.
@NullMarked
package otklik.emergency;

import org.jspecify.annotations.NullMarked;
