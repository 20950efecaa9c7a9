package playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void an_offset_confirms_what_is_below_it() {
    stage.chat.writes("one");
    stage.chat.writes("two");
    var first = stage.api.updates(0);
    assertThat(first).hasSize(2);
    long second = first.get(1).path("update_id").asLong();
    assertThat(stage.api.updates(second)).hasSize(1);
    assertThat(stage.api.updates(second + 1)).isEmpty();
    assertThat(stage.api.updates(0)).isEmpty();
  }

  @Test
  void a_long_poll_ends_when_something_comes() throws Exception {
    var poll = stage.api.callLater("getUpdates", "{\"timeout\":50}");
    stage.playground.await(SOON, () -> stage.bot.poll > 1);
    stage.chat.writes("hello");
    assertThat(poll.get().result().get(0).path("message").path("text").asString()).isEqualTo("hello");
  }

  @Test
  void the_older_of_two_polls_is_refused() throws Exception {
    var older = stage.api.callLater("getUpdates", "{\"timeout\":50}");
    stage.playground.await(SOON, () -> stage.bot.poll > 1);
    var newer = stage.api.callLater("getUpdates", "{\"timeout\":50}");
    assertThat(older.get().status()).isEqualTo(409);
    assertThat(older.get().description()).startsWith("Conflict: terminated by other getUpdates request");
    stage.chat.writes("hello");
    assertThat(newer.get().result()).hasSize(1);
  }

  @Test
  void reactions_come_only_to_bots_that_asked_for_them() {
    int id = stage.chat.writes("hello");
    stage.chat.reacts(id, "👍");
    assertThat(stage.api.updates(0)).hasSize(1);
    stage.api.call("getUpdates", "{\"allowed_updates\":[\"message\",\"message_reaction\"]}");
    stage.chat.reacts(id);
    var told = stage.api.updates(0).get(1).path("message_reaction");
    assertThat(told.path("old_reaction").get(0).path("emoji").asString()).isEqualTo("👍");
    assertThat(told.path("new_reaction")).isEmpty();
  }

  @Test
  void an_update_may_come_twice_under_one_id() {
    stage.chat.writes("hello");
    long id = stage.api.updates(0).get(0).path("update_id").asLong();
    assertThat(stage.api.updates(id + 1)).isEmpty();
    stage.playground.redeliver(stage.bot, id);
    assertThat(stage.api.updates(id + 1).get(0).path("update_id").asLong()).isEqualTo(id);
  }

  @Test
  void ids_that_restart_lower_reach_a_bot_that_asks_with_its_old_offset() {
    stage.chat.writes("before");
    long old = stage.api.updates(0).get(0).path("update_id").asLong() + 1;
    assertThat(stage.api.updates(old)).isEmpty();
    stage.playground.jumpUpdateIds(stage.bot, 77);
    stage.chat.writes("after");
    assertThat(stage.api.updates(old).get(0).path("update_id").asLong()).isEqualTo(77);
  }

  @Test
  void a_raw_update_goes_through_as_it_is() {
    stage.playground.injectUpdate(stage.bot, "{\"subscription\":{\"x\":1}}");
    assertThat(stage.api.updates(0).get(0).path("subscription").path("x").asInt()).isEqualTo(1);
  }
}
