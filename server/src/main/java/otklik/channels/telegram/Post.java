package otklik.channels.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// Carries JSON bodies to the Bot API. The only class that knows the HTTP client; all bots share one.
///
/// A request is sent at most once. The JDK's client (25, MultiExchange) repeats by itself (a) when the connection
/// could not be made, which is harmless, and (b) when a kept connection broke before the answer, but that only for GET
/// and HEAD, unless the property below says "all methods": a POST that arrived would then be a message sent twice.
///
/// The address holds the bot's token, so nothing of it, of the client's exceptions or of their messages leaves here.
final class Post {
  static {
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "false");
    // An idle connection keeps its buffers, so there is a limit; above MOST_CALLS, or each would be made anew.
    System.setProperty("jdk.httpclient.connectionPoolSize", "512");
  }

  private static final Duration MOST_TO_CONNECT = Duration.ofSeconds(10);
  /// Of all bots together. After a start thousands would make several at once, each with a connection of its own: that
  /// needs far more memory than to have them, and no machine is quick enough for so many handshakes in time.
  static final int MOST_CALLS = 256;
  /// Of one bot: when all its calls hang until their timeout, the others' still go.
  static final int MOST_CALLS_OF_ONE = 192;
  /// All speak with one server.
  private static final int TLS_SESSIONS = 64;

  private final String api;
  private final HttpClient client;
  private final Semaphore calls = new Semaphore(MOST_CALLS, true);

  /// @throws IllegalArgumentException when the address isn't one of HTTP: here, where no token is a part of it yet
  Post(URI api, Duration callTimeout) {
    HttpRequest.newBuilder(api);
    this.api = api.toString().replaceFirst("/+$", "");
    // With its own pool of platform threads the client spends nearly twice the processor time on each call.
    Duration half = callTimeout.dividedBy(2);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(half.compareTo(MOST_TO_CONNECT) < 0 ? half : MOST_TO_CONNECT)
            .build();
    client.sslContext().getClientSessionContext().setSessionCacheSize(TLS_SESSIONS);
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
    HttpRequest request =
        HttpRequest.newBuilder(address(token, method))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json))
            .build();
    // HttpRequest.timeout() ends with the answer's headers; a body that trickles in for ever would hold the lane.
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return new Reply.Answered(response.statusCode(), response.body(), retryAfter(response));
    } catch (TimeoutException _) {
      answer.cancel(true);
      return new Reply.NoAnswer("no answer within " + timeout.toMillis() + " ms");
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      throw interrupted;
    } catch (ExecutionException failed) {
      return failure(failed.getCause());
    }
  }

  private URI address(String token, String method) {
    String safe = URLEncoder.encode(token, StandardCharsets.UTF_8).replace("%3A", ":");
    return URI.create(api + "/bot" + safe + "/" + method);
  }

  private static Reply failure(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException _ -> new Reply.NotSent("could not connect in time");
      case ConnectException _ -> new Reply.NotSent("could not connect");
      case UnknownHostException _ -> new Reply.NotSent("could not connect");
      case SSLHandshakeException _ -> new Reply.NotSent("no secure connection");
      case IOException lost -> new Reply.NoAnswer("connection lost: " + lost.getClass().getSimpleName());
      case null, default -> new Reply.NoAnswer("the HTTP client failed");
    };
  }

  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(null);
  }
}
