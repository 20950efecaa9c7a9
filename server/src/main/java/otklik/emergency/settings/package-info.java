/// How a panic button is set up, and what everything of it bears.
@NullMarked
package otklik.emergency.settings;

import org.jspecify.annotations.NullMarked;
