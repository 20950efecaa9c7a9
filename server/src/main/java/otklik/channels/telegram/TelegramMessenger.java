package otklik.channels.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import otklik.channels.Ability;
import otklik.channels.Claims;
import otklik.channels.Credentials;
import otklik.channels.IdReader;
import otklik.channels.LineFactory;
import otklik.channels.Links;
import otklik.channels.MessageRef;
import otklik.channels.MessageSizes;
import otklik.channels.Messenger;
import otklik.channels.Network;
import otklik.settings.Section;

/// Telegram's bots, over api.telegram.org or a Bot API server of one's own.
///
/// @param server without the part `/bot<token>`
/// @param limits of channels that say nothing of them
record TelegramMessenger(URI server, BotLimits limits) implements Messenger {
  static final String NAME = "telegram";
  private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{1,100}");
  private static final String A_TOKEN = "a bot token (digits, a colon, letters), as @BotFather shows it";
  /// Bot API 10.1: sendMessage 4,096 characters after entity parsing; sendPhoto 1,024, though a paying person may write
  /// more; sendMediaGroup 2–10 files; createForumTopic 1–128 characters. 100 entities and about 100 buttons are what
  /// libraries found out: neither is published.
  private static final MessageSizes SIZES = new MessageSizes(4_096, 1_024, 100, 10, 100, 128);
  /// Other messages may stand between two that were sent in one go.
  private static final int NEAR = 5;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Telegram";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.allOf(Ability.class);
  }

  @Override
  public MessageSizes sizes() {
    return SIZES;
  }

  /// Bot API 10.1, deleteMessage.
  @Override
  public Duration deletable() {
    return Duration.ofHours(48);
  }

  @Override
  public IdReader ids() {
    return TelegramIds.READER;
  }

  @Override
  public Links links() {
    return TelegramLinks.OF_ALL;
  }

  /// A chat's messages are numbered one after the other.
  @Override
  public boolean isSoonAfter(MessageRef before, MessageRef after) {
    return Long.parseLong(after.id()) - Long.parseLong(before.id()) <= NEAR;
  }

  @Override
  public Credentials credentials(Section channel, Claims claims) {
    String token = channel.secret(TelegramSettings.TOKEN, TOKEN, A_TOKEN);
    if (!token.isEmpty()) {
      claims.take(token).ifPresent(other -> channel.problem(TelegramSettings.TOKEN,
          "is the token of " + other + " already; every channel needs its own"));
    }
    return new BotCredentials(token, channel.choice("limits", BotLimits.class, limits) == BotLimits.OFF);
  }

  @Override
  public Optional<Credentials> helper(Credentials own, Section section, String key, String secret, Claims claims) {
    if (!TOKEN.matcher(secret).matches()) {
      section.problem(key, "one of them is not " + A_TOKEN);
      return Optional.empty();
    }
    Optional<String> other = claims.take(secret);
    other.ifPresent(owner -> section.problem(key,
        "one of them is a token of " + owner + " already; every helper is a bot of its own"));
    return other.isPresent() ? Optional.empty()
        : Optional.of(new BotCredentials(secret, ((BotCredentials) own).unlimited()));
  }

  @Override
  public LineFactory connect(Network network) {
    return new TelegramLines(server, network.proxyTo(server).orElse(null), network.publicUrl().orElse(null),
        network.callTimeout(), network.pollTimeout(), network.time());
  }
}
