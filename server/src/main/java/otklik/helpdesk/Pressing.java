package otklik.helpdesk;

import org.jspecify.annotations.Nullable;
import otklik.channels.Incoming;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// An operator pressed a button in the group.
///
/// @param ticket the ticket that the button names; null when it names none or one that isn't this desk's
record Pressing(Turn turn, Person operator, Press press, @Nullable Ticket ticket, Incoming.Pressed pressed) {
  String text(String key, @Nullable Object... values) {
    return turn.text(key, values);
  }

  Channel channel() {
    return turn.channel();
  }
}
