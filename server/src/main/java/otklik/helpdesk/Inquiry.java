package otklik.helpdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Owed;
import otklik.rooms.RoomTag;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// What an operator asked for in the group.
///
/// @param rest   what stands behind the command's name
/// @param ticket the ticket whose topic it was given in; null in General and in topics of no ticket
record Inquiry(Channel channel, String rest, @Nullable Ticket ticket, Incoming.Said said) {
  Place place() {
    return said.place();
  }

  String text(String key, @Nullable Object... values) {
    return channel.text(key, values);
  }

  boolean has(String key) {
    return channel.texts().has(channel.language(), key);
  }

  /// As a reply to the command. What is said of a ticket is found again when its person's data are erased.
  Owed told(Call answer) {
    Owed owed = Owed.words(answer);
    return ticket == null ? owed : owed.about(RoomTag.LINE.of(channel), ticket.id().value());
  }

  /// As a reply to the command.
  Call answer(String text) {
    return answer(Content.Text.of(text));
  }

  Call answer(Content.Text text) {
    return new Call.Say(place(), text, new Target.Known(said.ref().id()), List.of());
  }
}
