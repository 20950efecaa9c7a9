package otklik.channels.telegram;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import otklik.channels.Links;
import otklik.channels.Place;

/// Links to Telegram's programs (core.telegram.org/api/links#message-links,
/// core.telegram.org/bots/features#deep-linking).
final class TelegramLinks implements Links {
  static final Links OF_ALL = new TelegramLinks();
  /// A supergroup's id in the Bot API is this and its own number, which links carry.
  private static final String SUPERGROUP = "-100";
  private static final Pattern START = Pattern.compile("[?&]start=([A-Za-z0-9_-]{1,64})");

  private TelegramLinks() {}

  @Override
  public @Nullable String toTopic(@Nullable Place topic) {
    return topic == null || topic.topic() == null || !topic.chat().startsWith(SUPERGROUP) ? null
        : "https://t.me/c/" + topic.chat().substring(SUPERGROUP.length()) + "/" + topic.topic();
  }

  @Override
  public Optional<String> startWord(String text) {
    Matcher link = START.matcher(text);
    return link.find() ? Optional.of(link.group(1)) : Optional.empty();
  }
}
