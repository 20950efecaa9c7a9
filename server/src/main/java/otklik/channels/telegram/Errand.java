package otklik.channels.telegram;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// A request that is repeated until Telegram grants it; for requests that may be repeated.
final class Errand {
  private final Bot bot;
  private final Patience patience;

  Errand(Bot bot, Patience patience) {
    this.bot = bot;
    this.patience = patience;
  }

  void run(Request request, Consumer<JsonNode> granted) throws InterruptedException {
    while (true) {
      Answer answer = bot.ask(request);
      if (answer instanceof Answer.Done(JsonNode result)) {
        patience.calm();
        granted.accept(result);
        return;
      }
      patience.rest(answer);
    }
  }
}
