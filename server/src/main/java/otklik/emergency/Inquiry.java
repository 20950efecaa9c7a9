package otklik.emergency;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// What a coordinator asked for in the group.
///
/// @param rest   what stands behind the command's name
/// @param ticket the request in whose topic it was given, or to whose card it is a reply; null elsewhere
record Inquiry(Channel channel, String rest, @Nullable Ticket ticket, Incoming.Said said) {
  String text(String key, @Nullable Object... values) {
    return channel.text(key, values);
  }

  /// As a reply to the command.
  Call answer(String text) {
    return answer(Content.Text.of(text));
  }

  Call answer(Content.Text text) {
    return new Call.Say(said.place(), text, new Target.Known(said.ref().id()), List.of());
  }

  /// The number of the request that is named, with or without the sign.
  Optional<Long> number() {
    String digits = rest.startsWith("#") ? rest.substring(1) : rest;
    try {
      return Optional.of(Long.parseLong(digits.strip()));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
