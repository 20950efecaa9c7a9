package otklik.channels.telegram;

import java.net.URI;
import java.util.Optional;
import otklik.channels.Account;
import otklik.channels.Credentials;
import otklik.channels.Line;
import otklik.channels.Messenger;
import otklik.channels.Network;
import otklik.kernel.ChannelId;
import otklik.kernel.TimeSource;

/// Bots in front of a simulated Telegram, for tests that need no more of the program.
public final class TestTelegram {
  private TestTelegram() {}

  public static Messenger messenger() {
    return new TelegramMessenger(URI.create("http://localhost"), BotLimits.DEFAULT);
  }

  public static Credentials credentials(String token) {
    return new BotCredentials(token, false);
  }

  /// A line that polls and keeps the limits.
  public static Line line(String apiUrl, String token, TimeSource time) {
    Network network = new Network(Optional.empty(), Optional.empty(), Network.CALL_TIMEOUT, Network.POLL_TIMEOUT, time);
    return new TelegramMessenger(URI.create(apiUrl), BotLimits.DEFAULT).connect(network)
        .open(new Account(new ChannelId(1), "acme/help", credentials(token)));
  }
}
