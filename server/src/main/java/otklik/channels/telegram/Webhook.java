package otklik.channels.telegram;

import java.net.URI;
import otklik.kernel.ChannelId;
import tools.jackson.core.JsonGenerator;

/// The requests about webhooks (Bot API 10.1, setWebhook and deleteWebhook).
final class Webhook {
  /// Telegram's own default, said aloud because it is the number of our requests in flight.
  private static final int MOST_CONNECTIONS = 40;

  private Webhook() {}

  static BotApiRequest registration(URI publicUrl, ChannelId channel, String secret) {
    String address = addresses(publicUrl) + channel.value();
    return BotApiRequest.to(
        "setWebhook",
        json -> {
          json.writeStringProperty("url", address);
          json.writeStringProperty("secret_token", secret);
          json.writeNumberProperty("max_connections", MOST_CONNECTIONS);
          writeAllowed(json);
        });
  }

  /// How the addresses of all channels of an installation begin.
  static String addresses(URI publicUrl) {
    return publicUrl.toString().replaceFirst("/+$", "") + TelegramHooks.PATH + "/";
  }

  /// Keeps the updates that wait.
  static BotApiRequest removal() {
    return BotApiRequest.to("deleteWebhook", json -> json.writeBooleanProperty("drop_pending_updates", false));
  }

  /// getUpdates and setWebhook share this setting, and leaving it out keeps an old one.
  static void writeAllowed(JsonGenerator json) {
    json.writeArrayPropertyStart("allowed_updates");
    Updates.ALLOWED.forEach(json::writeString);
    json.writeEndArray();
  }
}
