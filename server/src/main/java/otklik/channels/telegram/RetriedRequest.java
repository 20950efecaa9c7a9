package otklik.channels.telegram;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// A request that is repeated until Telegram grants it; for requests that may be repeated.
final class RetriedRequest {
  private final Bot bot;
  private final FailureBackoff failureBackoff;

  RetriedRequest(Bot bot, FailureBackoff failureBackoff) {
    this.bot = bot;
    this.failureBackoff = failureBackoff;
  }

  void run(BotApiRequest request, Consumer<JsonNode> granted) throws InterruptedException {
    while (true) {
      BotApiAnswer answer = bot.ask(request);
      if (answer instanceof BotApiAnswer.Done(JsonNode result)) {
        failureBackoff.calm();
        granted.accept(result);
        return;
      }
      failureBackoff.rest(answer);
    }
  }
}
