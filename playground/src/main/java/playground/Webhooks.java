package playground;

import java.net.URI;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// setWebhook, deleteWebhook and getWebhookInfo. Besides https, plain http to this machine is
/// accepted: a simulator has no certificates.
final class Webhooks {
  private static final int CONNECTIONS = 40;
  private static final int MOST_CONNECTIONS = 100;

  private final BiConsumer<Bot, ObjectNode> answered;

  /// The consumer executes a method that a webhook's answer names.
  Webhooks(BiConsumer<Bot, ObjectNode> answered) {
    this.answered = answered;
  }

  void register(Map<String, Method> methods) {
    methods.put("setwebhook", this::set);
    methods.put("deletewebhook", this::delete);
    methods.put("getwebhookinfo", Webhooks::info);
  }

  private JsonNode set(Request request) {
    var params = request.params();
    var url = params.text("url", "");
    if (url.isEmpty()) return delete(request);
    check(url);
    var secret = params.text("secret_token");
    if (secret != null && !allowedSecret(secret)) throw ApiError.bad("secret token contains unallowed characters");
    int connections = params.integer("max_connections", CONNECTIONS);
    if (connections < 1 || connections > MOST_CONNECTIONS) connections = CONNECTIONS;
    Polling.allow(request);
    var bot = request.bot();
    var mailbox = bot.mailbox;
    if (params.flag("drop_pending_updates")) mailbox.clear();
    point(request.world(), bot, new Webhook(url, secret, connections));
    return Json.bool(true);
  }

  /// Pushes what waits and what will come to this webhook.
  void point(World world, Bot bot, Webhook webhook) {
    stop(bot);
    bot.mailbox.push = new WebhookPush(world, bot, webhook, answered);
    bot.mailbox.waiting().forEach(bot.mailbox.push::offer);
    bot.mailbox.arrived.signalAll();
    world.polled();
  }

  private static void check(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw ApiError.bad("bad webhook: invalid webhook URL specified");
    }
    boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
    if ("http".equals(uri.getScheme()) && here) return;
    if (!"https".equals(uri.getScheme())) {
      throw ApiError.bad("bad webhook: An HTTPS URL must be provided for webhook");
    }
    int port = uri.getPort();
    if (!here && port != -1 && port != 80 && port != 88 && port != 443 && port != 8443) {
      throw ApiError.bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
    }
  }

  private static boolean allowedSecret(String secret) {
    return secret.length() <= 256
        && secret.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
  }

  private JsonNode delete(Request request) {
    if (request.params().flag("drop_pending_updates")) request.bot().mailbox.clear();
    stop(request.bot());
    request.world().polled();
    return Json.bool(true);
  }

  private static void stop(Bot bot) {
    if (bot.mailbox.push == null) return;
    bot.mailbox.push.stop();
    bot.mailbox.push = null;
  }

  private static JsonNode info(Request request) {
    var mailbox = request.bot().mailbox;
    var info = Json.object().put("url", mailbox.push == null ? "" : mailbox.push.webhook().url());
    info.put("has_custom_certificate", false).put("pending_update_count", mailbox.size());
    if (mailbox.push != null) {
      info.put("max_connections", mailbox.push.webhook().connections());
      mailbox.push.describeLastError(info);
    }
    if (!mailbox.allowed.equals(Mailbox.DEFAULT_KINDS)) {
      var allowed = info.putArray("allowed_updates");
      mailbox.allowed.forEach(allowed::add);
    }
    return info;
  }
}
