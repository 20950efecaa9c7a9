package otklik.channels.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An answer of the Bot API, understood: it wraps every result in `ok` (Bot API 10.1, "Making requests").
sealed interface BotApiAnswer {
  record Done(JsonNode result) implements BotApiAnswer {}

  /// Telegram itself says no.
  ///
  /// @param pause   how long to wait before the next request
  /// @param movedTo the group's new id
  record Failed(int code, String description, @Nullable Duration pause,
      @Nullable String movedTo) implements BotApiAnswer {}

  /// Nobody says what became of the request.
  record Silent(String why) implements BotApiAnswer {}

  /// The request had no effect, and nobody who could answer it has seen it.
  record Away(String why) implements BotApiAnswer {}

  static BotApiAnswer of(Reply reply) {
    return switch (reply) {
      case Reply.NotSent(String why) -> new Away(why);
      case Reply.NoAnswer(String why) -> new Silent(why);
      case Reply.Answered answered -> of(answered);
    };
  }

  private static BotApiAnswer of(Reply.Answered answered) {
    JsonNode body;
    try {
      body = JsonFields.MAPPER.readTree(answered.body());
    } catch (JacksonException _) {
      return withoutJson(answered);
    }
    JsonNode ok = body.path("ok");
    if (!ok.isBoolean()) {
      return withoutJson(answered);
    }
    return ok.booleanValue() ? new Done(body.path("result")) : failed(body, answered);
  }

  private static Failed failed(JsonNode body, Reply.Answered answered) {
    JsonNode parameters = body.path("parameters");
    long seconds = parameters.path("retry_after").asLong(0);
    return new Failed(
        body.path("error_code").asInt(answered.status()),
        JsonFields.text(body, "description"),
        seconds > 0 ? Duration.ofSeconds(seconds) : answered.retryAfter(),
        JsonFields.id(parameters, "migrate_to_chat_id"));
  }

  /// Something in between answered: a gateway, a proxy, a page that says the network wants a sign-in.
  private static BotApiAnswer withoutJson(Reply.Answered answered) {
    int status = answered.status();
    String why = "HTTP " + status + " without an answer of Telegram";
    return switch (status) {
      case 413, 429 -> new Failed(status, why, answered.retryAfter(), null);
      case 503 -> new Away(why);
      default -> status < 300 || status >= 500 ? new Silent(why) : new Away(why);
    };
  }
}
