/// What is only shown in a room: lists, searches, figures. Promises that they are read on a reader within a time of their
/// own, are said in the order of their conversation, and name nobody who was erased meanwhile. What is shown is each
/// scenario's own.
@NullMarked
package otklik.queries;

import org.jspecify.annotations.NullMarked;
