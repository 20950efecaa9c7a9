package otklik.channels.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import otklik.channels.Account;
import otklik.channels.Line;
import otklik.channels.Messenger;
import otklik.kernel.ChannelId;
import otklik.kernel.Proxy;
import otklik.kernel.TimeSource;

/// Telegram's bots, over api.telegram.org or a Bot API server of one's own.
public final class Telegram implements Messenger {
  public static final URI OFFICIAL = URI.create("https://api.telegram.org");
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

  /// The server doesn't wait longer than 50 s (server source, LONG_POLL_MAX_TIMEOUT).
  public static final Duration POLL_TIMEOUT = Duration.ofSeconds(25);

  private final BotApiClient botApiClient;
  private final @Nullable URI publicUrl;
  private final Duration callTimeout;
  private final Duration pollTimeout;
  private final Pauses pauses;
  private final Map<ChannelId, TelegramLine> lines = new ConcurrentHashMap<>();

  /// @param api         without the part `/bot<token>`
  /// @param publicUrl   where Telegram reaches this installation by HTTPS; null to poll
  /// @param callTimeout how long one call may take, its answer included
  /// @param pollTimeout how long an empty poll waits at Telegram, in whole seconds
  public Telegram(URI api, @Nullable URI publicUrl, Duration callTimeout, Duration pollTimeout, TimeSource time) {
    this(api, null, publicUrl, callTimeout, pollTimeout, time);
  }

  /// @param proxy by which the Bot API is reached; null where the way is free
  public Telegram(URI api, @Nullable Proxy proxy, @Nullable URI publicUrl, Duration callTimeout,
      Duration pollTimeout, TimeSource time) {
    this(new BotApiClient(api, Exchange.by(proxy, callTimeout)), publicUrl, callTimeout, pollTimeout,
        new Pauses(Pace.USUAL, new Random(), time));
  }

  Telegram(BotApiClient botApiClient, @Nullable URI publicUrl, Duration callTimeout, Duration pollTimeout,
      Pauses pauses) {
    this.botApiClient = botApiClient;
    this.publicUrl = publicUrl;
    this.callTimeout = callTimeout;
    this.pollTimeout = pollTimeout;
    this.pauses = pauses;
  }

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public Line open(Account account) {
    TelegramLine line = openHelper(account);
    lines.put(account.channel(), line);
    return line;
  }

  @Override
  public TelegramLine openHelper(Account account) {
    Bot bot = new Bot(botApiClient, account.token(), callTimeout, pollTimeout);
    return new TelegramLine(
        account,
        bot,
        publicUrl,
        () -> pauses.of("Telegram channel " + account.name()),
        closed -> lines.remove(account.channel(), closed));
  }

  /// @return null for a channel that isn't open here
  @Nullable TelegramLine line(ChannelId channel) {
    return lines.get(channel);
  }
}
