package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;
import otklik.channels.Door;
import otklik.channels.Lines;
import otklik.channels.Received;

@Timeout(30)
class WebhookTest {
  private static final String UPDATE =
      "{\"update_id\":1,\"message\":{\"message_id\":1,\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":\"t\"}}";

  private FakeBotApi api;
  private TelegramHooks hooks;
  private TelegramLine line;
  private String secret;
  private final List<Received> kept = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    api = new FakeBotApi();
    api.on("setWebhook", 429, "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\"}");
    api.on("setWebhook", 200, "{\"ok\":true,\"result\":true}");
    line = open(URI.create("https://help.example/base/"));
    line.receive(kept::addAll);
    secret = api.asked("setWebhook").body().path("secret_token").asString();
  }

  private TelegramLine open(URI publicUrl) {
    TelegramLine opened = api.lines(publicUrl).open(FakeBotApi.ACCOUNT);
    Lines lines = new Lines();
    lines.add(FakeBotApi.ACCOUNT.channel(), opened);
    hooks = new TelegramHooks(lines);
    return opened;
  }

  @AfterEach
  void stop() {
    line.close();
    api.close();
  }

  private int post(String channel, String secret, String body) throws IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/hooks/telegram/" + channel);
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    return hooks.post(channel, secret, request).getStatusCode().value();
  }

  @Test
  void the_webhook_is_set_again_and_again_until_telegram_takes_it() throws Exception {
    var body = api.asked("setWebhook").body();
    assertThat(body.path("url").asString()).isEqualTo("https://help.example/base/hooks/telegram/7");
    assertThat(body.path("max_connections").asInt()).isEqualTo(40);
    assertThat(body.path("allowed_updates").size()).isEqualTo(5);
    assertThat(body.path("secret_token").asString()).matches("[0-9a-f]{64}");
    assertThat(api.waiting("getUpdates")).isZero();
  }

  @Test
  void an_update_with_the_secret_is_kept() throws Exception {
    assertThat(post("7", secret, UPDATE)).isEqualTo(200);
    assertThat(kept).extracting(Received::raw).containsExactly(UPDATE);
  }

  @Test
  void while_little_may_come_in_telegram_is_told_to_bring_it_later() throws Exception {
    TelegramLine slow = open(URI.create("https://help.example"));
    slow.receive(new Door() {
      @Override
      public void accept(List<Received> updates) {
        kept.addAll(updates);
      }

      @Override
      public boolean mayPush() {
        return false;
      }
    });
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/hooks/telegram/7");
    request.setContent(UPDATE.getBytes(StandardCharsets.UTF_8));
    var answer = hooks.post("7", secret, request);
    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("10");
    assertThat(kept).isEmpty();
    slow.close();
  }

  @Test
  void strangers_learn_nothing() throws Exception {
    assertThat(post("8", secret, UPDATE)).isEqualTo(404);
    assertThat(post("not-a-number", secret, UPDATE)).isEqualTo(404);
    assertThat(post("7", "wrong", UPDATE)).isEqualTo(401);
    assertThat(post("7", null, UPDATE)).isEqualTo(401);
    assertThat(kept).isEmpty();
  }

  @Test
  void what_is_no_update_is_refused() throws Exception {
    assertThat(post("7", secret, "{\"update_id\":")).isEqualTo(400);
    assertThat(post("7", secret, "[]")).isEqualTo(400);
    assertThat(post("7", secret, "")).isEqualTo(400);
    assertThat(post("7", secret, "{\"message\":{}}")).isEqualTo(400);
    assertThat(post("7", secret, "x".repeat((1 << 20) + 1))).isEqualTo(413);
  }

  @Test
  void an_update_that_could_not_be_kept_is_to_come_again() throws Exception {
    TelegramLine full = open(URI.create("https://help.example"));
    assertThat(post("7", secret, UPDATE)).as("not receiving yet").isEqualTo(503);
    full.receive(
        _ -> {
          throw new IllegalStateException("disk full");
        });
    assertThat(post("7", secret, UPDATE)).isEqualTo(503);
    full.close();
    assertThat(post("7", secret, UPDATE)).as("closed").isEqualTo(404);
  }
}
