/// How a desk is set up, and what everything of it bears: its parts, buttons and commands of operators.
@NullMarked
package otklik.helpdesk.settings;

import org.jspecify.annotations.NullMarked;
