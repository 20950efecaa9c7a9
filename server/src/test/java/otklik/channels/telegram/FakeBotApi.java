package otklik.channels.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import otklik.channels.Account;
import otklik.kernel.ChannelId;
import otklik.kernel.TestTime;
import tools.jackson.databind.JsonNode;

/// A Bot API that answers each method with what the test laid ready, in that order, and then stays silent.
final class FakeBotApi implements AutoCloseable {
  static final String TOKEN = "42:planted-TOKEN_that-must-not-leak";
  static final Account ACCOUNT = new Account(new ChannelId(7), "acme/desk", new BotCredentials(TOKEN, false));

  record Asked(String path, JsonNode body) {
    String method() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  interface Reaction {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Queue<Reaction>> ready = new ConcurrentHashMap<>();
  private final Map<String, BlockingQueue<Asked>> asked = new ConcurrentHashMap<>();

  FakeBotApi() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  /// Over TLS.
  FakeBotApi(SSLContext tls) throws IOException {
    this(secure(tls));
  }

  private static HttpServer secure(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return server;
  }

  private FakeBotApi(HttpServer server) {
    this.server = server;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create((server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + server.getAddress().getPort());
  }

  TelegramLines lines() {
    return lines(null);
  }

  TelegramLines lines(URI publicUrl) {
    Duration moment = Duration.ofMillis(5);
    Pace pace = new Pace(moment, moment, moment, moment, moment);
    return new TelegramLines(
        new BotApiClient(uri(), Exchange.by(null, Duration.ofSeconds(2))), publicUrl, Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        new Pauses(pace, new java.util.Random(1), new TestTime()));
  }

  TelegramLine line() {
    return lines().open(ACCOUNT);
  }

  FakeBotApi on(String method, Reaction reaction) {
    ready.computeIfAbsent(method, _ -> new ConcurrentLinkedQueue<>()).add(reaction);
    return this;
  }

  FakeBotApi on(String method, int status, String body) {
    return on(method, exchange -> answer(exchange, status, body));
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// The next request for a method, in the order they came.
  Asked asked(String method) throws InterruptedException {
    Asked request = queue(method).poll(10, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("nobody asked for " + method);
    }
    return request;
  }

  int waiting(String method) {
    return queue(method).size();
  }

  private BlockingQueue<Asked> queue(String method) {
    return asked.computeIfAbsent(method, _ -> new LinkedBlockingQueue<>());
  }

  private void handle(HttpExchange exchange) throws IOException {
    JsonNode body = JsonFields.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
    Asked request = new Asked(exchange.getRequestURI().getPath(), body);
    Queue<Reaction> reactions = ready.get(request.method());
    Reaction reaction = reactions == null ? null : reactions.poll();
    // Whoever has seen that it came may lay something ready for the next one.
    queue(request.method()).add(request);
    if (reaction != null) {
      reaction.to(exchange);
      return;
    }
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
