/// Who asks, who helps, and the chats of cities that they are in.
@NullMarked
package otklik.emergency.people;

import org.jspecify.annotations.NullMarked;
