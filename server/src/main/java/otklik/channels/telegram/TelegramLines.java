package otklik.channels.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import otklik.channels.Account;
import otklik.channels.LineFactory;
import otklik.kernel.Proxy;
import otklik.kernel.TimeSource;

/// Lines of bots that share one way to the Bot API.
final class TelegramLines implements LineFactory {
  private final BotApiClient botApiClient;
  private final @Nullable URI publicUrl;
  private final Duration callTimeout;
  private final Duration pollTimeout;
  private final Pauses pauses;

  /// @param api         without the part `/bot<token>`
  /// @param proxy       by which the Bot API is reached; null where the way is free
  /// @param publicUrl   where Telegram reaches this installation by HTTPS; null to poll
  /// @param callTimeout how long one call may take, its answer included
  /// @param pollTimeout how long an empty poll waits at Telegram, in whole seconds: the server doesn't wait longer than
  ///                    50 s (server source, LONG_POLL_MAX_TIMEOUT)
  TelegramLines(URI api, @Nullable Proxy proxy, @Nullable URI publicUrl, Duration callTimeout,
      Duration pollTimeout, TimeSource time) {
    this(new BotApiClient(api, Exchange.by(proxy, callTimeout)), publicUrl, callTimeout, pollTimeout,
        new Pauses(Pace.USUAL, new Random(), time));
  }

  TelegramLines(BotApiClient botApiClient, @Nullable URI publicUrl, Duration callTimeout, Duration pollTimeout,
      Pauses pauses) {
    this.botApiClient = botApiClient;
    this.publicUrl = publicUrl;
    this.callTimeout = callTimeout;
    this.pollTimeout = pollTimeout;
    this.pauses = pauses;
  }

  @Override
  public TelegramLine open(Account account) {
    String token = account.credentials(BotCredentials.class).token();
    return new TelegramLine(account, new Bot(botApiClient, token, callTimeout, pollTimeout), publicUrl,
        () -> pauses.of("Telegram channel " + account.name()));
  }

  @Override
  public TelegramLine openHelper(Account account) {
    return open(account);
  }
}
