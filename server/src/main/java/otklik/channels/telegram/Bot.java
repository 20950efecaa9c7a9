package otklik.channels.telegram;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/// One bot at the Bot API: its token and the way there.
final class Bot {
  private final BotApiClient botApiClient;
  private final String token;
  private final Duration callTimeout;
  private final Duration pollTimeout;
  private final Semaphore share = new Semaphore(BotApiClient.MOST_CALLS_OF_ONE, true);

  Bot(BotApiClient botApiClient, String token, Duration callTimeout, Duration pollTimeout) {
    this.botApiClient = botApiClient;
    this.token = token;
    this.callTimeout = callTimeout;
    this.pollTimeout = pollTimeout;
  }

  /// The number before the colon of a token is the bot's own user id.
  String id() {
    int colon = token.indexOf(':');
    return colon < 0 ? "" : token.substring(0, colon);
  }

  BotApiAnswer ask(BotApiRequest request) throws InterruptedException {
    return understand(call(request));
  }

  /// The updates there are; the raw answer, because updates are kept as they came.
  Reply updatesNow(BotApiRequest request) throws InterruptedException {
    return call(request);
  }

  private Reply call(BotApiRequest request) throws InterruptedException {
    share.acquire();
    try {
      return botApiClient.call(token, request.method(), request.body(), callTimeout);
    } finally {
      share.release();
    }
  }

  /// Likewise, and waits for some.
  Reply updates(BotApiRequest request) throws InterruptedException {
    return botApiClient.send(token, request.method(), request.body(), pollTimeout.plus(callTimeout));
  }

  BotApiAnswer understand(Reply reply) {
    BotApiAnswer answer = BotApiAnswer.of(reply);
    return answer instanceof BotApiAnswer.Failed failed ? withoutToken(failed) : answer;
  }

  Duration pollTimeout() {
    return pollTimeout;
  }

  String webhookSecret() {
    return Secret.of(token);
  }

  /// Something between us and Telegram may quote the address of the request in its answer.
  private BotApiAnswer.Failed withoutToken(BotApiAnswer.Failed failed) {
    String description = failed.description().replace(token, "…");
    return new BotApiAnswer.Failed(failed.code(), description, failed.pause(), failed.movedTo());
  }

  @Override
  public String toString() {
    return "Bot[" + id() + "]";
  }
}
