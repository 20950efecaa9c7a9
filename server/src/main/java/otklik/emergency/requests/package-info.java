/// What is known of a request, what can be done with it, and what is told of it.
@NullMarked
package otklik.emergency.requests;

import org.jspecify.annotations.NullMarked;
