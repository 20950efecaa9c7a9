package otklik.channels.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// Where nothing is in the way. The JDK's client (25, MultiExchange) repeats by itself (a) when the connection could not be
/// made, which is harmless, and (b) when a kept connection broke before the answer, but that only for GET and HEAD, unless
/// the property below says "all methods": a POST that arrived would then be a message sent twice.
final class DirectExchange implements Exchange {
  static {
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "false");
    // An idle connection keeps its buffers, so there is a limit; above Post.MOST_CALLS, or each would be made anew.
    System.setProperty("jdk.httpclient.connectionPoolSize", "512");
  }

  /// All speak with one server.
  private static final int TLS_SESSIONS = 64;

  private final HttpClient client;

  DirectExchange(Duration connectTimeout) {
    // With its own pool of platform threads the client spends nearly twice the processor time on each call.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build();
    client.sslContext().getClientSessionContext().setSessionCacheSize(TLS_SESSIONS);
  }

  @Override
  public Reply post(URI address, byte[] json, Duration timeout) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(json))
        .build();
    // HttpRequest.timeout() ends with the answer's headers; a body that trickles in for ever would hold the lane.
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return new Reply.Answered(response.statusCode(), response.body(),
          Exchange.pause(response.headers().firstValue("Retry-After")));
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
}
