/// Who may help: chats become communities, and the messenger says who is in them.
@NullMarked
package otklik.emergency.membership;

import org.jspecify.annotations.NullMarked;
