package otklik.emergency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// A command that a coordinator gave in the group.
///
/// @param rest   what stands behind the command's name
/// @param ticket the request in whose topic it was given, or to whose card it is a reply; null elsewhere
record Order(Turn turn, Person coordinator, String rest, @Nullable Ticket ticket, Incoming.Said said) {
  Channel channel() {
    return turn.channel();
  }

  private Inquiry inquiry() {
    return new Inquiry(turn.channel(), rest, ticket, said);
  }

  String text(String key, @Nullable Object... values) {
    return inquiry().text(key, values);
  }

  /// As a reply to the command.
  Call answer(String text) {
    return inquiry().answer(text);
  }

  /// The number of the request that is named, with or without the sign.
  Optional<Long> number() {
    return inquiry().number();
  }
}
