package playground;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `/world/…`: the world for the page and for scripts. What it offers is described in README.md.
final class WorldApi {
  private static final long FIRST_GUEST = 7_001;

  private final World world;
  private final Playground playground;
  private final WorldView view;
  private final WorldHands hands;

  WorldApi(Playground playground, Faults faults) {
    this.playground = playground;
    this.world = playground.world();
    this.view = new WorldView(world, faults);
    this.hands = new WorldHands(world);
  }

  void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring("/world/".length());
    if (exchange.getRequestMethod().equals("GET")) {
      get(exchange, path);
      return;
    }
    // A page from elsewhere must not act here: browsers can send it text, but JSON only with leave.
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.startsWith("application/json")) {
      refuse(exchange, "send JSON with Content-Type: application/json");
      return;
    }
    try {
      var body = exchange.getRequestBody().readAllBytes();
      Wire.json(exchange, 200, post(path, body.length == 0 ? Json.object() : Json.parse(body)));
    } catch (IllegalArgumentException | IllegalStateException | JacksonException | ApiError e) {
      refuse(exchange, e.getMessage());
    }
  }

  private static void refuse(HttpExchange exchange, String why) throws IOException {
    Wire.json(exchange, 400, Json.object().put("error", why));
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    if (path.equals("state")) {
      Wire.json(exchange, 200, world.locked(view::state));
    } else if (path.equals("events")) {
      new EventStream(world).serve(exchange);
    } else if (path.equals("calls")) {
      Wire.json(exchange, 200, calls());
    } else if (path.equals("messages")) {
      messages(exchange);
    } else if (path.startsWith("files/")) {
      file(exchange, path.substring("files/".length()));
    } else {
      Wire.json(exchange, 404, Json.object().put("error", "there is nothing at /world/" + path));
    }
  }

  private void messages(HttpExchange exchange) throws IOException {
    var query = Params.of(exchange.getRequestURI().getRawQuery(), null, new byte[0]);
    var thread = query.has("thread") ? (Integer) query.integer("thread", 0) : null;
    var list =
        world.locked(
            () -> world.room(query.text("room", "0")).map(room -> view.messages(room, thread)).orElseGet(Json::array));
    Wire.json(exchange, 200, list);
  }

  private void file(HttpExchange exchange, String uniqueId) throws IOException {
    var file = world.locked(() -> world.files.byUniqueId(uniqueId));
    if (file.isEmpty()) {
      Wire.json(exchange, 404, Json.object().put("error", "no such file"));
      return;
    }
    // Uploaded files are strangers' bytes: only pictures may be shown, and nothing may be guessed.
    var mime = file.get().mime();
    boolean picture = mime.equals("image/png") || mime.equals("image/jpeg") || mime.equals("image/webp");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "max-age=86400");
    Wire.answer(exchange, 200, picture ? mime : "application/octet-stream", file.get().bytes());
  }

  private JsonNode calls() {
    var list = Json.array();
    for (var call : playground.calls()) {
      var json = Json.object().put("bot", call.bot()).put("method", call.method()).put("status", call.status());
      json.set("params", call.params());
      list.add(json);
    }
    return list;
  }

  private JsonNode post(String path, JsonNode order) {
    if (path.startsWith("hands/")) return hands.act(path.substring("hands/".length()), order);
    var done = Json.object();
    switch (path) {
      case "people" -> done.put("id", person(order));
      case "faults" -> playground.fault(fault(order));
      case "faults/end" -> playground.endFaults();
      case "limits" -> playground.limits(order.path("on").asBoolean(false));
      case "latency" -> playground.latency(Duration.ofMillis(order.path("millis").asLong(0)));
      case "updates" -> inject(order);
      default -> throw new IllegalArgumentException("there is nothing at /world/" + path);
    }
    world.locked(() -> world.touch(null));
    return done;
  }

  private long person(JsonNode order) {
    var name = order.path("first_name").asString("").strip();
    if (name.isEmpty()) throw new IllegalArgumentException("a person needs a name");
    return world.locked(
        () -> {
          long id = order.path("id").asLong(freeId());
          playground.user(
              id, name, order.path("last_name").stringValue(null), order.path("username").stringValue(null),
              order.path("language_code").stringValue(null));
          return id;
        });
  }

  private long freeId() {
    long id = FIRST_GUEST;
    while (world.accounts.containsKey(id)) id++;
    return id;
  }

  private static Fault fault(JsonNode order) {
    var kind = Fault.Kind.valueOf(order.path("kind").asString("").toUpperCase(Locale.ROOT));
    var fault =
        switch (kind) {
          case TOO_MANY_REQUESTS -> Fault.tooManyRequests(order.path("retry_after").asInt(5));
          case REFUSED -> Fault.refusal(order.path("description").asString("refused by the playground"));
          default -> Fault.of(kind);
        };
    if (order.path("methods").isArray()) {
      fault = fault.forMethods(order.path("methods").valueStream().map(JsonNode::asString).toArray(String[]::new));
    }
    if (order.path("updates").asBoolean(false)) fault = fault.withUpdates();
    if (order.has("chat_id")) fault = fault.inChat(order.path("chat_id").asLong());
    if (order.has("calls")) fault = fault.times(order.path("calls").asInt());
    if (order.has("seconds")) fault = fault.lasting(Duration.ofSeconds(order.path("seconds").asLong()));
    return fault;
  }

  private void inject(JsonNode order) {
    var bot = world.locked(() -> world.bot(order.path("bot").asLong(0)));
    if (bot.isEmpty()) throw new IllegalArgumentException("no such bot");
    playground.injectUpdate(bot.get(), order.path("update").toString());
  }
}
