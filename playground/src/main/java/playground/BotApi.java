package playground;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/bot<token>/<method>`: reads a call, lets faults strike, answers it, and keeps its record.
final class BotApi {
  private static final String POLLING = "getupdates";
  private static final byte[] GATEWAY_PAGE =
      """
      <html>
      <head><title>502 Bad Gateway</title></head>
      <body><center><h1>502 Bad Gateway</h1></center></body>
      </html>
      """
          .getBytes(StandardCharsets.US_ASCII);

  private final World world;
  private final Faults faults;
  private final Calls calls;
  private final Map<String, Method> methods = new HashMap<>();
  private final Webhooks webhooks;
  private final Answering answering = new Answering();
  volatile Duration latency;

  BotApi(World world, Faults faults, Calls calls, Duration latency) {
    this.world = world;
    this.faults = faults;
    this.calls = calls;
    this.latency = latency;
    Sending.register(methods);
    Copying.register(methods);
    Editing.register(methods);
    Topics.register(methods);
    Marking.register(methods);
    Chats.register(methods);
    BotOwn.register(methods);
    Polling.register(methods);
    webhooks = new Webhooks(this::executeAnswer);
    webhooks.register(methods);
  }

  boolean isIdle() {
    return answering.nobody();
  }

  int held() {
    return answering.held();
  }

  Webhooks webhooks() {
    return webhooks;
  }

  void handle(HttpExchange exchange) throws IOException {
    long arrived = System.nanoTime();
    var path = exchange.getRequestURI().getRawPath();
    boolean counts = !path.toLowerCase(Locale.ROOT).endsWith("/" + POLLING);
    if (counts) answering.begin();
    try {
      handle(exchange, path, arrived);
    } finally {
      if (counts) answering.end();
    }
  }

  private void handle(HttpExchange exchange, String path, long arrived) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    int slash = path.indexOf('/', 4);
    if (slash < 0 || slash == path.length() - 1) {
      Wire.json(exchange, 404, new ApiError(404, "Not Found").body());
      return;
    }
    var method = path.substring(slash + 1).toLowerCase(Locale.ROOT);
    Bot bot;
    Params params;
    try {
      bot = bot(URLDecoder.decode(path.substring(4, slash), StandardCharsets.UTF_8));
      var type = exchange.getRequestHeaders().getFirst("Content-Type");
      params = Params.of(exchange.getRequestURI().getRawQuery(), type, body);
    } catch (ApiError e) {
      Wire.json(exchange, e.code(), e.body());
      return;
    }
    var trouble = faults.striking(method, params.number("chat_id", 0)).orElse(null);
    int status = 0;
    try {
      status = trouble == null ? answer(exchange, bot, method, params, () -> delay(method))
          : suffer(exchange, trouble, bot, method, params);
    } finally {
      record(bot, method, params, status, arrived);
    }
  }

  private Bot bot(String token) {
    if (token.indexOf(':') < 1) throw new ApiError(401, "Unauthorized: invalid token specified");
    var bot = world.bots.get(token);
    if (bot == null || bot.revoked) throw new ApiError(401, "Unauthorized");
    return bot;
  }

  /// @param delay before the answer
  private int answer(HttpExchange exchange, Bot bot, String method, Params params, Runnable delay) throws IOException {
    try {
      var result = run(bot, method, params);
      delay.run();
      var envelope = Json.object().put("ok", true);
      envelope.set("result", result);
      Wire.json(exchange, 200, envelope);
      return 200;
    } catch (ApiError e) {
      delay.run();
      return refuse(exchange, e);
    }
  }

  private void delay(String method) {
    if (latency.isZero() || method.equals(POLLING)) return;
    var hold = answering.new Hold(true);
    world.clock.after(latency, hold::release);
    hold.await();
  }

  private int refuse(HttpExchange exchange, ApiError error) throws IOException {
    if (error.code() == 429) {
      world.limits.refusals.incrementAndGet();
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(error.retryAfter()));
    }
    Wire.json(exchange, error.code(), error.body());
    return error.code();
  }

  private JsonNode run(Bot bot, String method, Params params) {
    var known = methods.get(method);
    if (known == null) throw new ApiError(404, "Not Found: method not found");
    return world.locked(() -> known.answer(new Request(world, bot, params)));
  }

  private int suffer(HttpExchange exchange, Trouble trouble, Bot bot, String method, Params params)
      throws IOException {
    world.locked(() -> world.changed.signalAll());
    switch (trouble.fault().kind()) {
      case TOO_MANY_REQUESTS -> {
        return refuse(exchange, ApiError.tooMany(trouble.fault().retryAfter()));
      }
      case SERVER_ERROR -> {
        return refuse(exchange, new ApiError(500, "Internal Server Error: restart"));
      }
      case REFUSED -> {
        return refuse(exchange, ApiError.bad(trouble.fault().description()));
      }
      case BAD_GATEWAY -> {
        Wire.answer(exchange, 502, "text/html", GATEWAY_PAGE);
        return 502;
      }
      case SILENCE -> trouble.hold(answering.new Hold(!method.equals(POLLING)));
      case SILENCE_AFTER -> {
        process(bot, method, params);
        trouble.hold(answering.new Hold(!method.equals(POLLING)));
      }
      case LATE -> {
        return answer(exchange, bot, method, params, () -> trouble.hold(answering.new Hold(!method.equals(POLLING))));
      }
      case CLOSE -> {}
    }
    exchange.close();
    return 0;
  }

  private void process(Bot bot, String method, Params params) {
    try {
      run(bot, method, params);
    } catch (ApiError e) {
      // The refusal is as unheard as an answer would be.
      return;
    }
  }

  private void record(Bot bot, String method, Params params, int status, long arrived) {
    if (!calls.wanted()) return;
    calls.add(
        new Call(
            bot.id(), method, params.number("chat_id", 0), params.integer("message_thread_id", 0),
            params.all(), status, arrived, System.nanoTime()));
    if (calls.kept) world.locked(() -> world.changed.signalAll());
  }

  /// A webhook's answer may name one method; what it returns is lost (facts 1.3).
  private void executeAnswer(Bot bot, ObjectNode call) {
    var method = call.path("method").asString("").toLowerCase(Locale.ROOT);
    if (method.startsWith("get") || method.endsWith("webhook")) return;
    long arrived = System.nanoTime();
    var params = new Params(call, Map.of());
    process(bot, method, params);
    record(bot, method, params, 200, arrived);
  }
}
