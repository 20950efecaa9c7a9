package playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final Stage stage = new Stage(Options.defaults().limits(true));

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_group_takes_twenty_operations_a_minute_edits_and_topics_included() {
    stage.topic("T");
    int id = stage.api.sendMessage(Stage.FORUM, "one").result().path("message_id").asInt();
    for (int i = 0; i < 18; i++) {
      var edit = Caller.message(Stage.FORUM, "edit " + i).put("message_id", id).toString();
      assertThat(stage.api.call("editMessageText", edit).status()).isEqualTo(200);
    }
    var refused = stage.api.sendMessage(Stage.FORUM, "one too many");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.description()).isEqualTo("Too Many Requests: retry after 60");
    assertThat(refused.body().path("parameters").path("retry_after").asInt()).isEqualTo(60);
    assertThat(refused.raw().headers().firstValue("Retry-After")).contains("60");
    assertThat(stage.playground.refusedForFlood()).isEqualTo(1);
    stage.clock.pass(Duration.ofSeconds(60));
    assertThat(stage.api.sendMessage(Stage.FORUM, "again").status()).isEqualTo(200);
  }

  @Test
  void a_private_chat_takes_five_at_once_and_then_one_a_second() {
    for (int i = 0; i < 5; i++) assertThat(stage.api.sendMessage(6001, "n" + i).status()).isEqualTo(200);
    assertThat(stage.api.sendMessage(6001, "six").body().path("parameters").path("retry_after").asInt()).isEqualTo(1);
    stage.clock.pass(Duration.ofSeconds(1));
    assertThat(stage.api.sendMessage(6001, "six").status()).isEqualTo(200);
    assertThat(stage.api.sendMessage(6001, "seven").status()).isEqualTo(429);
  }

  @Test
  void each_bot_has_its_own_twenty_unless_the_group_counts_them_together() {
    var second = stage.playground.bot("200:second-token", "second_bot");
    stage.group.promote(second);
    var other = new Caller(stage.playground, second.token());
    for (int i = 0; i < 20; i++) assertThat(stage.api.sendMessage(Stage.FORUM, "n" + i).status()).isEqualTo(200);
    assertThat(other.sendMessage(Stage.FORUM, "mine").status()).isEqualTo(200);
    stage.clock.pass(Duration.ofSeconds(60));
    stage.group.countTogether();
    for (int i = 0; i < 20; i++) assertThat(stage.api.sendMessage(Stage.FORUM, "m" + i).status()).isEqualTo(200);
    assertThat(other.sendMessage(Stage.FORUM, "ours").status()).isEqualTo(429);
  }

  @Test
  void switched_off_they_are_gone() {
    stage.playground.limits(false);
    for (int i = 0; i < 40; i++) assertThat(stage.api.sendMessage(6001, "n" + i).status()).isEqualTo(200);
  }
}
