package otklik.dialogs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import otklik.channels.Content;

/// A message that begins with a slash: `/start CODE`, `/help@our_bot`.
///
/// @param address whom it is meant for, where several bots hear it; null when it names none
public record SlashCommand(String name, @Nullable String address, String rest) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,32}");

  public static Optional<SlashCommand> in(Content content) {
    if (!(content instanceof Content.Text text) || !text.text().startsWith("/")) {
      return Optional.empty();
    }
    String[] words = text.text().strip().split("\\s+", 2);
    String[] called = words[0].substring(1).split("@", 2);
    return Optional.of(new SlashCommand(called[0].toLowerCase(Locale.ROOT), called.length > 1 ? called[1] : null,
        words.length > 1 ? words[1].strip() : ""));
  }

  /// Whether it can't be anything but a command: a path or a fraction isn't one (Bot API, BotCommand).
  public boolean isName() {
    return rest.isEmpty() && NAME.matcher(name).matches();
  }

  /// Whether it is meant for the bot of this name; while that isn't known, whatever isn't surely another's.
  public boolean isFor(@Nullable String bot) {
    return address == null || bot == null || address.equalsIgnoreCase(bot);
  }
}
