/// Talking with a person: who they are, commands, and forms of several steps. A step is a record of everything known
/// so far, stored under a stable tag, so a restart in the middle goes on where it was.
@NullMarked
package otklik.dialogs;

import org.jspecify.annotations.NullMarked;
