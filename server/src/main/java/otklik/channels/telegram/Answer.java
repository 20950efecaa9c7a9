package otklik.channels.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An answer of the Bot API, understood: it wraps every result in `ok` (Bot API 10.1, "Making requests").
sealed interface Answer {
  record Done(JsonNode result) implements Answer {}

  /// Telegram itself says no.
  ///
  /// @param pause   how long to wait before the next request
  /// @param movedTo the group's new id
  record Failed(int code, String description, @Nullable Duration pause, @Nullable String movedTo) implements Answer {}

  /// Nobody says what became of the request.
  record Silent(String why) implements Answer {}

  /// The request had no effect, and nobody who could answer it has seen it.
  record Away(String why) implements Answer {}

  static Answer of(Reply reply) {
    return switch (reply) {
      case Reply.NotSent(String why) -> new Away(why);
      case Reply.NoAnswer(String why) -> new Silent(why);
      case Reply.Answered answered -> of(answered);
    };
  }

  private static Answer of(Reply.Answered answered) {
    JsonNode body;
    try {
      body = Json.MAPPER.readTree(answered.body());
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
        Json.text(body, "description"),
        seconds > 0 ? Duration.ofSeconds(seconds) : answered.retryAfter(),
        Json.id(parameters, "migrate_to_chat_id"));
  }

  /// Something in between answered: a gateway, a proxy, a page that says the network wants a sign-in.
  private static Answer withoutJson(Reply.Answered answered) {
    int status = answered.status();
    String why = "HTTP " + status + " without an answer of Telegram";
    return switch (status) {
      case 413, 429 -> new Failed(status, why, answered.retryAfter(), null);
      case 503 -> new Away(why);
      default -> status < 300 || status >= 500 ? new Silent(why) : new Away(why);
    };
  }
}
