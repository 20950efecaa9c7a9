package otklik.relay;

import org.jspecify.annotations.Nullable;
import otklik.channels.Content;

/// What a content says in words, for those who search and read the tables.
public final class Wording {
  private Wording() {}

  /// Null when it has no words.
  public static @Nullable String of(Content content) {
    return switch (content) {
      case Content.Text text -> text.text();
      case Content.Media media -> media.caption().isEmpty() ? null : media.caption();
      case Content.Location location -> location.latitude() + ", " + location.longitude();
      case Content.Venue venue -> venue.title() + ", " + venue.address();
      case Content.Contact contact -> contact.phone();
      case Content.Poll poll -> poll.question();
      case Content.Dice dice -> dice.emoji() + " " + dice.value();
      case Content.Unsupported unsupported -> null;
    };
  }
}
