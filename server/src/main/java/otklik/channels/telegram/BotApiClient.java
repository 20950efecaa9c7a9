package otklik.channels.telegram;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Carries JSON bodies to the Bot API. All bots share one.
final class BotApiClient {
  /// Of all bots together. After a start thousands would make several at once, each with a connection of its own: that
  /// needs far more memory than to have them, and no machine is quick enough for so many handshakes in time.
  static final int MOST_CALLS = 256;
  /// Of one bot: when all its calls hang until their timeout, the others' still go.
  static final int MOST_CALLS_OF_ONE = 192;

  private final String api;
  private final Exchange exchange;
  private final Semaphore calls = new Semaphore(MOST_CALLS, true);

  /// @throws IllegalArgumentException when the address isn't one of HTTP: here, where no token is a part of it yet
  BotApiClient(URI api, Exchange exchange) {
    HttpRequest.newBuilder(api);
    this.api = api.toString().replaceFirst("/+$", "");
    this.exchange = exchange;
  }

  /// As [#send], as soon as there is room for one more call.
  Reply call(String token, String method, byte[] json, Duration timeout) throws InterruptedException {
    calls.acquire();
    try {
      return send(token, method, json, timeout);
    } finally {
      calls.release();
    }
  }

  /// @param timeout for all of it, the last byte of the answer included
  Reply send(String token, String method, byte[] json, Duration timeout) throws InterruptedException {
    return exchange.post(address(token, method), json, timeout);
  }

  private URI address(String token, String method) {
    String safe = URLEncoder.encode(token, StandardCharsets.UTF_8).replace("%3A", ":");
    return URI.create(api + "/bot" + safe + "/" + method);
  }
}
