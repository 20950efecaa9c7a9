package otklik.channels.telegram;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import otklik.channels.Messenger;
import otklik.channels.MessengerSettings;
import otklik.settings.Section;

/// What the environment says of Telegram: where its Bot API is, whether that keeps limits, and the token of a channel
/// that needs no file.
public final class TelegramSettings implements MessengerSettings {
  static final String TOKEN = "token";
  private static final URI OFFICIAL = URI.create("https://api.telegram.org");
  /// Also when it stands among other words.
  private static final Pattern ANY_TOKEN = Pattern.compile("\\d{5,}:[A-Za-z0-9_-]{10,}");

  @Override
  public String messenger() {
    return TelegramMessenger.NAME;
  }

  @Override
  public boolean isUsual() {
    return true;
  }

  @Override
  public List<Pattern> secrets() {
    return List.of(ANY_TOKEN);
  }

  @Override
  public List<Variable> variables() {
    return List.of(new Variable("BOT_TOKEN", TOKEN, "the bot's token, as @BotFather shows it"));
  }

  @Override
  public Messenger read(Section environment) {
    return new TelegramMessenger(environment.url("TELEGRAM_API_URL", OFFICIAL),
        environment.choice("TELEGRAM_LIMITS", BotLimits.class, BotLimits.DEFAULT));
  }
}
