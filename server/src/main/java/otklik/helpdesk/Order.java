package otklik.helpdesk;

import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.delivery.Owed;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// A command that an operator gave in the group.
///
/// @param rest   what stands behind the command's name
/// @param ticket the ticket whose topic it was given in; null in General and in topics of no ticket
record Order(Turn turn, Person operator, String rest, @Nullable Ticket ticket, Incoming.Said said) {
  Place place() {
    return said.place();
  }

  Channel channel() {
    return turn.channel();
  }

  private Inquiry inquiry() {
    return new Inquiry(turn.channel(), rest, ticket, said);
  }

  String text(String key, @Nullable Object... values) {
    return inquiry().text(key, values);
  }

  /// As a reply to the command. What is said of a ticket is found again when its person's data are erased.
  Owed told(Call answer) {
    return inquiry().told(answer);
  }

  /// As a reply to the command.
  Call answer(String text) {
    return inquiry().answer(text);
  }

  Call answer(Content.Text text) {
    return inquiry().answer(text);
  }
}
