/// Who writes and who helps, as their messenger shows them. One row for an account of a messenger in a workspace.
@NullMarked
package otklik.people;

import org.jspecify.annotations.NullMarked;
