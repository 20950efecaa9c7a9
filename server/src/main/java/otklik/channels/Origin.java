package otklik.channels;

import org.jspecify.annotations.Nullable;

/// Where words come from that somebody else has said.
///
/// @param name of a person, a group or a channel, as the messenger shows it; may be empty. Hostile input
/// @param link    to the very message, where anybody can see it
/// @param account of a person who shows it; null for others
public record Origin(String name, @Nullable String link, @Nullable String account) {
  public Origin(String name, @Nullable String link) {
    this(name, link, null);
  }
}
