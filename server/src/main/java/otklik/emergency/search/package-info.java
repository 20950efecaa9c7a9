/// Who is asked to help, nearest first, and what they see.
@NullMarked
package otklik.emergency.search;

import org.jspecify.annotations.NullMarked;
