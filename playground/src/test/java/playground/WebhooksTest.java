package playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final Stage stage = new Stage();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final List<String> secrets = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final Wire receiver =
      new Wire(
          0,
          exchange -> {
            var update = Json.parse(exchange.getRequestBody().readAllBytes());
            secrets.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"));
            boolean fails = failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
            if (!fails) texts.add(update.path("message").path("text").asString());
            Wire.json(exchange, fails ? 500 : 200, Json.object());
          });

  @AfterEach
  void close() {
    stage.close();
    receiver.close();
  }

  private void hook() {
    var call = Json.object().put("url", "http://127.0.0.1:" + receiver.port() + "/hook").put("secret_token", "s3cret");
    stage.api.call("setWebhook", call.toString()).result();
  }

  @Test
  void updates_of_one_chat_are_pushed_in_order_and_failures_are_repeated() {
    hook();
    failures.set(2);
    for (int i = 0; i < 5; i++) stage.chat.writes("n" + i);
    stage.playground.await(SOON, () -> stage.bot.mailbox.size() == 0);
    assertThat(texts).containsExactly("n0", "n1", "n2", "n3", "n4");
    assertThat(secrets).hasSize(7).containsOnly("s3cret");
  }

  @Test
  void polling_is_refused_while_a_webhook_is_set() {
    hook();
    assertThat(stage.api.call("getUpdates", "{}").description())
        .isEqualTo(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    stage.api.call("deleteWebhook", "{}").result();
    assertThat(stage.api.call("getUpdates", "{}").status()).isEqualTo(200);
  }

  @Test
  void setting_a_webhook_ends_a_waiting_poll() throws Exception {
    var poll = stage.api.callLater("getUpdates", "{\"timeout\":50}");
    stage.playground.await(SOON, () -> stage.bot.poll > 1);
    hook();
    assertThat(poll.get().description()).isEqualTo("Conflict: terminated by setWebhook request");
  }

  @Test
  void only_this_machine_may_do_without_https() {
    assertThat(stage.api.call("setWebhook", "{\"url\":\"http://example.org/\"}").description())
        .isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
  }
}
