package playground;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Pushes one bot's updates to its webhook: in order and one at a time within a lane, lanes beside
/// each other. A failing update is repeated at once, then with growing pauses (shorter than
/// Telegram's, so that people and tests needn't wait), and holds up its own lane only.
final class WebhookPush {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long FIRST_PAUSE = 50;
  private static final long LONGEST_PAUSE = 5_000;

  private final World world;
  private final Bot bot;
  private final Webhook webhook;
  private final BiConsumer<Bot, ObjectNode> answered;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore connections;
  private final Condition stopping;
  private final Map<String, Deque<Update>> lanes = new HashMap<>();
  private boolean stopped;
  private String lastError;
  private int lastErrorDate;

  WebhookPush(World world, Bot bot, Webhook webhook, BiConsumer<Bot, ObjectNode> answered) {
    this.world = world;
    this.bot = bot;
    this.webhook = webhook;
    this.answered = answered;
    this.connections = new Semaphore(webhook.connections());
    this.stopping = world.condition();
  }

  Webhook webhook() {
    return webhook;
  }

  /// Under the world's lock.
  void offer(Update update) {
    var lane = lanes.get(update.lane());
    if (lane != null) {
      lane.add(update);
      return;
    }
    var fresh = new ArrayDeque<Update>();
    fresh.add(update);
    lanes.put(update.lane(), fresh);
    Thread.ofVirtual().name("webhook " + update.lane()).start(() -> drain(update.lane(), fresh));
  }

  /// Under the world's lock.
  void stop() {
    stopped = true;
    stopping.signalAll();
    client.shutdownNow();
  }

  /// Under the world's lock.
  void describeLastError(ObjectNode info) {
    if (lastError != null) info.put("last_error_date", lastErrorDate).put("last_error_message", lastError);
  }

  private void drain(String name, Deque<Update> lane) {
    try {
      for (var update = first(name, lane); update != null; update = first(name, lane)) {
        push(update);
        var done = update;
        world.locked(
            () -> {
              if (!stopped) bot.mailbox.remove(done);
              lane.poll();
              world.touch(null);
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Update first(String name, Deque<Update> lane) {
    return world.locked(
        () -> {
          if (stopped) return null;
          if (lane.isEmpty()) lanes.remove(name);
          return lane.peek();
        });
  }

  private void push(Update update) throws InterruptedException {
    long pause = 0;
    while (!delivered(update)) {
      if (!waited(pause) || world.clock.millis() >= update.expiresAt()) return;
      pause = pause == 0 ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
    }
  }

  /// False when the webhook was taken away meanwhile.
  private boolean waited(long pause) throws InterruptedException {
    world.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(pause);
      while (left > 0 && !stopped) left = stopping.awaitNanos(left);
      return !stopped;
    } finally {
      world.unlock();
    }
  }

  private boolean delivered(Update update) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(webhook.url()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(update.json())));
    if (webhook.secret() != null) request.header("X-Telegram-Bot-Api-Secret-Token", webhook.secret());
    connections.acquire();
    world.locked(() -> bot.pushes++);
    try {
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 == 2) {
        execute(response.body());
        return true;
      }
      failed("Wrong response from the webhook: " + response.statusCode());
    } catch (IOException e) {
      failed("Connection failed: " + e.getClass().getSimpleName());
    } finally {
      connections.release();
      world.locked(() -> bot.pushes--);
    }
    return false;
  }

  private void failed(String error) {
    world.locked(
        () -> {
          lastError = error;
          lastErrorDate = world.now();
        });
  }

  private void execute(byte[] body) {
    if (body.length == 0 || body[0] != '{') return;
    try {
      if (Json.parse(body) instanceof ObjectNode object && object.has("method")) answered.accept(bot, object);
    } catch (JacksonException e) {
      failed("Can't parse the webhook's answer");
    }
  }
}
