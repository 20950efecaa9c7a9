package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import otklik.channels.Door;
import otklik.channels.Received;

@Timeout(30)
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class PollingTest {
  private FakeBotApi api;
  private TelegramLine line;
  private final BlockingQueue<List<Received>> kept = new LinkedBlockingQueue<>();

  @BeforeEach
  void start() throws IOException {
    api = new FakeBotApi();
    api.on("getMe", 200, "{\"ok\":true,\"result\":{\"id\":42,\"username\":\"acme_bot\"}}");
    line = api.line();
  }

  @AfterEach
  void stop() {
    line.close();
    api.close();
  }

  private static String updates(String... elements) {
    return "{\"ok\":true,\"result\":[" + String.join(",", elements) + "]}";
  }

  private static String text(int id) {
    return "{\"update_id\":%d,\"message\":{\"message_id\":%d,\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":\"t\"}}"
        .formatted(id, id);
  }

  private List<String> keptIds() throws InterruptedException {
    List<Received> batch = kept.poll(10, TimeUnit.SECONDS);
    assertThat(batch).as("something kept").isNotNull();
    return batch.stream().map(Received::externalId).toList();
  }

  @Test
  void two_batches_come_in_and_each_is_confirmed_by_the_next_request() throws Exception {
    api.on("getUpdates", 200, updates(text(10), text(11))).on("getUpdates", 200, updates(text(12)));
    line.receive(kept::add);
    assertThat(keptIds()).containsExactly("10", "11");
    assertThat(keptIds()).containsExactly("12");
    assertThat(api.asked("getUpdates").body().toString())
        .isEqualTo(
            "{\"limit\":100,\"timeout\":0,\"allowed_updates\":[\"message\",\"edited_message\",\"callback_query\","
                + "\"my_chat_member\",\"message_reaction\"]}");
    var next = api.asked("getUpdates").body();
    assertThat(next.path("offset").asLong()).isEqualTo(12);
    assertThat(next.path("timeout").asLong()).isEqualTo(30);
    assertThat(api.asked("getUpdates").body().path("offset").asLong()).isEqualTo(13);
  }

  @Test
  void nothing_is_confirmed_before_the_door_has_kept_it() throws Exception {
    CountDownLatch keep = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    api.on("getUpdates", 200, updates(text(10)));
    line.receive(
        _ -> {
          entered.countDown();
          keep.await();
        });
    entered.await();
    api.asked("getUpdates");
    assertThat(api.waiting("getUpdates")).isZero();
    keep.countDown();
    assertThat(api.asked("getUpdates").body().path("offset").asLong()).isEqualTo(11);
  }

  @Test
  void a_door_that_fails_once_gets_the_same_updates_again() throws Exception {
    api.on("getUpdates", 200, updates(text(10))).on("getUpdates", 200, updates(text(10)));
    BlockingQueue<String> tries = new LinkedBlockingQueue<>();
    line.receive(
        updates -> {
          tries.add("try");
          if (tries.size() == 1) {
            throw new IllegalStateException("disk full");
          }
          kept.add(updates);
        });
    assertThat(keptIds()).containsExactly("10");
    api.asked("getUpdates");
    assertThat(api.asked("getUpdates").body().has("offset")).isFalse();
    assertThat(api.asked("getUpdates").body().path("offset").asLong()).isEqualTo(11);
  }

  /// What a door hears besides updates.
  private final class Hearing implements Door {
    final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    boolean broken;

    @Override
    public void accept(List<Received> updates) {
      if (broken) {
        throw new AssertionError("a fault that nobody catches");
      }
      kept.add(updates);
    }

    @Override
    public void answered() {
      news.add("answered");
    }

    @Override
    public void askedInVain() {
      news.add("asked in vain");
    }

    String next() throws InterruptedException {
      return news.poll(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void the_door_hears_whether_asking_was_answered_and_all_of_it_kept() throws Exception {
    api.on("getUpdates", 500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal\"}")
        .on("getUpdates", 200, updates(text(10)))
        .on("getUpdates", 200, updates());
    Hearing door = new Hearing();
    line.receive(door);
    assertThat(door.next()).isEqualTo("asked in vain");
    assertThat(door.next()).isEqualTo("answered");
    assertThat(kept).hasSize(1);
    assertThat(door.next()).isEqualTo("answered");
  }

  @Test
  void while_memory_is_short_few_updates_are_asked_for() throws Exception {
    api.on("getUpdates", 200, updates(text(10)));
    line.receive(new Door() {
      private volatile boolean isShort = true;

      @Override
      public void accept(List<Received> updates) {
        isShort = false;
      }

      @Override
      public boolean isShortOfMemory() {
        return isShort;
      }
    });
    assertThat(api.asked("getUpdates").body().path("limit").asInt()).isEqualTo(10);
    assertThat(api.asked("getUpdates").body().path("limit").asInt()).isEqualTo(100);
  }

  @Test
  void whoever_dies_of_a_fault_says_that_nobody_asks_any_more() throws Exception {
    api.on("getUpdates", 200, updates(text(10)));
    Hearing door = new Hearing();
    door.broken = true;
    line.receive(door);
    assertThat(door.next()).isEqualTo("asked in vain");
  }

  @Test
  void numbers_that_begin_lower_again_are_followed() throws Exception {
    api.on("getUpdates", 200, updates(text(900))).on("getUpdates", 200, updates(text(3)));
    line.receive(kept::add);
    keptIds();
    keptIds();
    api.asked("getUpdates");
    api.asked("getUpdates");
    assertThat(api.asked("getUpdates").body().path("offset").asLong()).isEqualTo(4);
  }

  @Test
  void a_strange_update_does_not_take_the_others_with_it() throws Exception {
    String strange = "{\"update_id\":11,\"message\":[[],{\"chat\":7}]}";
    api.on("getUpdates", 200, updates(text(10), "null", "7", "\"x\"", "{\"message\":{}}", strange, text(12)));
    line.receive(kept::add);
    List<Received> batch = kept.poll(10, TimeUnit.SECONDS);
    assertThat(batch).extracting(Received::externalId).containsExactly("10", "11", "12");
    assertThat(batch.get(1).raw()).isEqualTo(strange);
  }

  @Test
  void updates_are_kept_exactly_as_they_came() throws Exception {
    String raw = "{\"update_id\" : 1,\n \"x\":\"ы😂\\u0000\\\" ]\",\"y\":[1.50,{}] }";
    String filler = " ".repeat(70_000);
    api.on("getUpdates", 200, "{\"ok\":true,\"extra\":[{}],\"result\":[" + text(0) + filler + "," + raw + "],\"z\":{}}");
    line.receive(kept::add);
    assertThat(kept.poll(10, TimeUnit.SECONDS).getLast().raw()).isEqualTo(raw);
  }

  @Test
  void a_webhook_of_before_is_removed_and_its_updates_are_not_lost() throws Exception {
    api.on(
        "getUpdates",
        409,
        "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: can't use getUpdates method while webhook is"
            + " active; use deleteWebhook to delete the webhook first\"}");
    api.on("deleteWebhook", 200, "{\"ok\":true,\"result\":true}").on("getUpdates", 200, updates(text(1)));
    line.receive(kept::add);
    assertThat(keptIds()).containsExactly("1");
    assertThat(api.asked("deleteWebhook").body().toString()).isEqualTo("{\"drop_pending_updates\":false}");
  }

  @Test
  void it_goes_on_after_every_trouble_and_says_each_once(CapturedOutput output) throws Exception {
    String revoked = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized /bot"
        + FakeBotApi.TOKEN + "\"}";
    String conflict = "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates request\"}";
    api.on("getUpdates", 401, revoked)
        .on("getUpdates", 401, revoked)
        .on("getUpdates", 409, conflict)
        .on("getUpdates", 502, "<html/>")
        .on("getUpdates", 429, "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\"}")
        .on("getUpdates", exchange -> exchange.close())
        .on("getUpdates", 200, "{\"ok\":true,\"result\":7}")
        .on("getUpdates", 200, updates(text(1)));
    line.receive(kept::add);
    assertThat(keptIds()).containsExactly("1");
    assertThat(output.getAll().split("doesn't know this bot's token", -1)).hasSize(2);
    assertThat(output.getAll()).contains("another program receives").doesNotContain("planted");
  }

  @Test
  void the_door_is_told_once_that_the_token_is_refused_and_once_that_it_is_good_again() throws Exception {
    String revoked = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}";
    List<String> news = new CopyOnWriteArrayList<>();
    api.on("getUpdates", 200, updates(text(1)))
        .on("getUpdates", 401, revoked)
        .on("getUpdates", 502, "<html/>")
        .on("getUpdates", 401, revoked)
        .on("getUpdates", 200, updates(text(2)))
        .on("getUpdates", 200, updates(text(3)));
    line.receive(new Door() {
      @Override
      public void accept(List<Received> updates) {
        kept.add(updates);
      }

      @Override
      public void refused(String detail) {
        news.add(detail);
      }

      @Override
      public void admitted() {
        news.add("admitted");
      }
    });
    assertThat(keptIds()).containsExactly("1");
    assertThat(keptIds()).containsExactly("2");
    assertThat(keptIds()).containsExactly("3");
    assertThat(news).containsExactly("admitted", "Unauthorized", "admitted");
  }

  @Test
  void the_address_becomes_known_and_polling_does_not_wait_for_it() throws Exception {
    try (FakeBotApi slow = new FakeBotApi()) {
      TelegramLine other = slow.line();
      other.receive(kept::add);
      slow.asked("getUpdates");
      assertThat(other.address()).isNull();
      other.close();
    }
    line.receive(kept::add);
    api.asked("getMe");
    while (line.address() == null) {
      Thread.onSpinWait();
    }
    assertThat(line.address()).isEqualTo("acme_bot");
  }

  @Test
  void closing_cuts_a_waiting_poll_short() throws Exception {
    line.receive(kept::add);
    api.asked("getUpdates");
    long before = System.nanoTime();
    line.close();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void closing_waits_for_the_updates_that_are_going_through_the_door() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch keep = new CountDownLatch(1);
    api.on("getUpdates", 200, updates(text(1)));
    line.receive(
        updates -> {
          entered.countDown();
          keep.await();
          kept.add(updates);
        });
    entered.await();
    Thread closing = Thread.ofVirtual().start(line::close);
    assertThat(closing.join(Duration.ofMillis(100))).isFalse();
    keep.countDown();
    assertThat(closing.join(Duration.ofSeconds(5))).isTrue();
    assertThat(keptIds()).containsExactly("1");
    assertThat(api.waiting("getUpdates")).isLessThanOrEqualTo(2);
  }
}
