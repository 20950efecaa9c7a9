/// Forms: questions that a person answers one after another. A scenario declares each step where its form stands: the
/// question, the buttons, what answers it, where that leads, and how long it waits. Who is in which step, which keys
/// are pressed too late, what is forgotten when a form is left, and what happens when nobody answers is the same for
/// all.
@NullMarked
package otklik.forms;

import org.jspecify.annotations.NullMarked;
