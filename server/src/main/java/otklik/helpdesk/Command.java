package otklik.helpdesk;

import java.util.Locale;
import java.util.Optional;
import otklik.channels.Content;

/// A message that begins with a slash: `/start CODE`, `/help@our_bot`.
record Command(String name, String rest) {
  static Optional<Command> in(Content content) {
    if (!(content instanceof Content.Text text) || !text.text().startsWith("/")) {
      return Optional.empty();
    }
    String[] words = text.text().strip().split("\\s+", 2);
    String name = words[0].substring(1).split("@", 2)[0].toLowerCase(Locale.ROOT);
    return Optional.of(new Command(name, words.length > 1 ? words[1].strip() : ""));
  }
}
