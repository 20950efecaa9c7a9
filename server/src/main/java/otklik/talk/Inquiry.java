package otklik.talk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.NewDelivery;
import otklik.rooms.RoomTag;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// What somebody of the team asked for in their group.
///
/// @param rest   what stands behind the command's name
/// @param ticket the ticket in whose topic it was asked for, or to which it is a reply; null elsewhere
public record Inquiry(Channel channel, String rest, @Nullable Ticket ticket, Incoming.Said said) {
  public Place place() {
    return said.place();
  }

  public String text(String key, @Nullable Object... values) {
    return channel.text(key, values);
  }

  public boolean has(String key) {
    return channel.texts().has(channel.language(), key);
  }

  /// As a reply to the command. What is said of a ticket is found again when its person's data are erased.
  public NewDelivery told(Call answer) {
    NewDelivery owed = NewDelivery.words(answer);
    return ticket == null ? owed : owed.about(RoomTag.LINE.of(channel), ticket.id().value());
  }

  /// As a reply to the command.
  public Call answer(String text) {
    return answer(Content.Text.of(text));
  }

  public Call answer(Content.Text text) {
    return new Call.Say(place(), text, new Target.Known(said.ref().id()), List.of());
  }

  /// The number of the ticket that is named, with or without the sign.
  public Optional<Long> number() {
    String digits = rest.startsWith("#") ? rest.substring(1) : rest;
    try {
      return Optional.of(Long.parseLong(digits.strip()));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
