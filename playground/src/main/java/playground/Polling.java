package playground;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// getUpdates with its conflicts (facts 1.2).
final class Polling {
  private static final int LONGEST = 50;
  private static final int MOST = 100;
  private static final long CONFLICT_DELAY = TimeUnit.SECONDS.toNanos(3);

  private Polling() {}

  static void register(Map<String, Method> methods) {
    methods.put("getupdates", Polling::updates);
  }

  private static JsonNode updates(Request request) {
    var bot = request.bot();
    var mailbox = bot.mailbox;
    allow(request);
    if (mailbox.push != null) {
      throw ApiError.conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    }
    if (mailbox.confirm(request.params().number("offset", 0))) request.world().remember();
    long ticket = ++bot.poll;
    bot.lastPoll = request.world().clock.millis();
    mailbox.arrived.signalAll();
    request.world().polled();
    int limit = request.params().integer("limit", MOST);
    int timeout = Math.clamp(request.params().integer("timeout", 0), 0, LONGEST);
    await(request, ticket, timeout);
    var answer = Json.array();
    var head = mailbox.head(limit < 1 || limit > MOST ? MOST : limit, request.world().clock.millis());
    for (var update : head) answer.add(update.json());
    if (!head.isEmpty()) bot.handedOut = System.nanoTime();
    return answer;
  }

  private static void await(Request request, long ticket, int seconds) {
    var bot = request.bot();
    var mailbox = bot.mailbox;
    long left = TimeUnit.SECONDS.toNanos(seconds);
    bot.polls++;
    try {
      while (mailbox.size() == 0 && left > 0) {
        left = mailbox.arrived.awaitNanos(left);
        if (request.world().closed()) throw new ApiError(500, "Internal Server Error: restart");
        if (bot.revoked) throw new ApiError(401, "Unauthorized");
        if (mailbox.push != null) throw ApiError.conflict("terminated by setWebhook request");
        if (bot.poll != ticket) throw superseded(request);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiError(500, "Internal Server Error: restart");
    } finally {
      bot.polls--;
    }
  }

  /// The older of two polls is refused: at once the first time, late when it happens again soon.
  private static ApiError superseded(Request request) throws InterruptedException {
    var bot = request.bot();
    long now = System.nanoTime();
    boolean again = bot.lastConflict != Long.MIN_VALUE && now - bot.lastConflict < CONFLICT_DELAY;
    bot.lastConflict = now;
    long left = again ? CONFLICT_DELAY : 0;
    while (left > 0 && !request.world().closed()) left = request.world().changed.awaitNanos(left);
    return ApiError.conflict(
        "terminated by other getUpdates request; make sure that only one bot instance is running");
  }

  /// Omitted keeps what was set; an empty list, or one of unknown names only, is the default set;
  /// what can't be read is ignored.
  static void allow(Request request) {
    if (!request.params().has("allowed_updates")) return;
    JsonNode list;
    try {
      list = request.params().json("allowed_updates");
    } catch (ApiError | JacksonException e) {
      return;
    }
    if (!list.isArray()) return;
    var kinds = new LinkedHashSet<String>();
    for (var kind : list) {
      var name = kind.asString("");
      if (Mailbox.DEFAULT_KINDS.contains(name) || Mailbox.EXPLICIT_KINDS.contains(name)) kinds.add(name);
    }
    request.bot().mailbox.allowed = kinds.isEmpty() ? Mailbox.DEFAULT_KINDS : kinds;
  }
}
