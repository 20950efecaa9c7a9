package otklik.talk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.delivery.NewDelivery;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// A command that somebody of the team gave in their group.
///
/// @param rest   what stands behind the command's name
/// @param ticket the ticket in whose topic it was given, or to which it is a reply; null elsewhere
public record Order(Turn turn, Person by, String rest, @Nullable Ticket ticket, Incoming.Said said) {
  public Channel channel() {
    return turn.channel();
  }

  public Place place() {
    return said.place();
  }

  private Inquiry inquiry() {
    return new Inquiry(turn.channel(), rest, ticket, said);
  }

  public String text(String key, @Nullable Object... values) {
    return turn.text(key, values);
  }

  /// See [Inquiry#told].
  public NewDelivery told(Call answer) {
    return inquiry().told(answer);
  }

  /// As a reply to the command.
  public Call answer(String text) {
    return inquiry().answer(text);
  }

  public Call answer(Content.Text text) {
    return inquiry().answer(text);
  }

  /// See [Inquiry#number].
  public Optional<Long> number() {
    return inquiry().number();
  }
}
