package playground;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/// The HTTP server: on this machine's loopback only, a virtual thread for every request.
final class Wire implements AutoCloseable {
  interface Route {
    void handle(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  static {
    // The JDK's server reads these once; without them small answers wait for Nagle's algorithm
    // and only 200 idle connections are kept alive.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
  }

  Wire(int port, Route route) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1024);
    } catch (IOException e) {
      throw new UncheckedIOException("can't listen on port " + port, e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, route));
    server.start();
  }

  private static void handle(HttpExchange exchange, Route route) throws IOException {
    try {
      route.handle(exchange);
    } catch (RuntimeException e) {
      System.getLogger("playground").log(System.Logger.Level.ERROR, exchange.getRequestURI().getPath(), e);
      json(exchange, 500, new ApiError(500, "Internal Server Error: " + e).body());
    } finally {
      exchange.close();
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
    answer(exchange, status, "application/json", Json.bytes(body));
  }

  static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
