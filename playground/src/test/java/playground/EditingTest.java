package playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditingTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private Caller.Answer edit(int id, String text) {
    return stage.api.call("editMessageText", Caller.message(6001, text).put("message_id", id).toString());
  }

  @Test
  void an_edit_shows_and_the_same_edit_again_is_refused() {
    int id = stage.api.sendMessage(6001, "one").result().path("message_id").asInt();
    assertThat(edit(id, "two").result().path("edit_date").asInt()).isPositive();
    assertThat(stage.chat.message(id).orElseThrow().text()).isEqualTo("two");
    assertThat(edit(id, "two").description()).startsWith("Bad Request: message is not modified: ");
    assertThat(edit(999, "x").description()).isEqualTo("Bad Request: message to edit not found");
  }

  @Test
  void a_persons_edit_is_told_with_its_date() {
    int id = stage.chat.writes("one");
    stage.chat.edits(id, "two");
    var told = stage.api.updates(0).get(1).path("edited_message");
    assertThat(told.path("text").asString()).isEqualTo("two");
    assertThat(told.has("edit_date")).isTrue();
  }

  @Test
  void a_live_position_that_moves_is_told_as_an_edit_and_no_other_moves() {
    int live = stage.chat.sends(Media.live(41.70, 44.80));
    stage.chat.moves(live, 41.71, 44.81);
    var updates = stage.api.updates(0);
    assertThat(updates.get(0).path("message").path("location").path("live_period").asInt()).isPositive();
    var told = updates.get(1).path("edited_message");
    assertThat(told.path("message_id").asInt()).isEqualTo(live);
    assertThat(told.path("location").path("latitude").asDouble()).isEqualTo(41.71);
    assertThat(told.path("location").path("live_period").asInt()).isPositive();
    int still = stage.chat.sends(Media.location(41.70, 44.80, 37));
    assertThat(stage.api.updates(0).get(2).path("message").path("location").path("horizontal_accuracy").asInt())
        .isEqualTo(37);
    assertThatThrownBy(() -> stage.chat.moves(still, 41.71, 44.81)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void only_telegrams_reactions_are_accepted() {
    int id = stage.chat.writes("one");
    assertThat(react(id, "🤷").status()).isEqualTo(200);
    assertThat(stage.chat.message(id).orElseThrow().reactions()).containsExactly("🤷");
    assertThat(react(id, "🥕").description()).isEqualTo("Bad Request: REACTION_INVALID");
    assertThat(react(99, "👌").description()).isEqualTo("Bad Request: message to react not found");
  }

  private Caller.Answer react(int id, String emoji) {
    var call = Json.object().put("chat_id", 6001).put("message_id", id);
    call.putArray("reaction").add(Json.object().put("type", "emoji").put("emoji", emoji));
    return stage.api.call("setMessageReaction", call.toString());
  }

  @Test
  void a_deleted_message_cannot_be_deleted_again() {
    int id = stage.api.sendMessage(6001, "one").result().path("message_id").asInt();
    var call = "{\"chat_id\":6001,\"message_id\":" + id + "}";
    assertThat(stage.api.call("deleteMessage", call).status()).isEqualTo(200);
    assertThat(stage.api.call("deleteMessage", call).description()).isEqualTo("Bad Request: message to delete not found");
  }
}
