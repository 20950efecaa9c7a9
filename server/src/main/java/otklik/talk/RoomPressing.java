package otklik.talk;

import org.jspecify.annotations.Nullable;
import otklik.channels.Incoming;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Somebody of the team pressed a button in their group.
///
/// @param ticket the ticket that the button names; null when it names none, one of another channel or an erased one
public record RoomPressing(Turn turn, Person by, Press press, @Nullable Ticket ticket, Incoming.Pressed pressed) {
  public Channel channel() {
    return turn.channel();
  }

  public String text(String key, @Nullable Object... values) {
    return turn.text(key, values);
  }

  /// What is said to a press that is old or forged.
  public String outdated() {
    return turn.text(channel().ownKey("button-outdated"));
  }
}
