package playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What stands around a message is in its update, and kept with what a bot sends, as in Telegram.
class MeaningTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private JsonNode last() {
    var updates = stage.api.updates(0);
    return updates.get(updates.size() - 1);
  }

  private JsonNode told() {
    return last().path("message");
  }

  @Test
  void a_forward_says_where_it_comes_from() {
    stage.chat.forwards(Origin.person(777, "Lasha"), "Send 500");
    assertThat(told().path("forward_origin").path("sender_user").path("id").asLong()).isEqualTo(777);
    stage.chat.forwards(Origin.channel("News", "news_x", 42), Media.photo("Sale"));
    var told = told();
    assertThat(told.path("forward_origin").path("message_id").asInt()).isEqualTo(42);
    assertThat(told.path("photo").isArray()).isTrue();
  }

  @Test
  void a_quote_is_a_part_of_what_is_answered_and_stands_in_it() {
    var question = stage.api.sendMessage(6001, "1) close 2) open").result().path("message_id").asInt();
    stage.chat.quotes(question, "2) open", "Not this one");
    assertThat(told().path("quote").path("text").asString()).isEqualTo("2) open");
    assertThat(told().path("quote").path("position").asInt()).isEqualTo(9);
    var reply = Json.object().put("chat_id", 6001).put("text", "Why?");
    reply.set("reply_parameters", Json.object().put("message_id", question).put("quote", "3) wait"));
    assertThat(stage.api.call("sendMessage", reply.toString()).description()).isEqualTo("Bad Request: QUOTE_TEXT_INVALID");
    reply.set("reply_parameters", Json.object().put("message_id", question).put("quote", "1) close"));
    assertThat(stage.api.call("sendMessage", reply.toString()).status()).isEqualTo(200);
    assertThat(stage.chat.last().orElseThrow().quote()).isEqualTo("1) close");
  }

  @Test
  void a_checklist_a_covered_photo_and_a_position_that_ends() {
    stage.chat.sends(Media.checklist("Out of order", 1, "lift", "intercom"));
    assertThat(told().path("checklist").path("tasks").get(0).has("completion_date")).isTrue();
    stage.chat.sends(Media.photo().covered());
    assertThat(told().path("has_media_spoiler").asBoolean()).isTrue();
    var live = stage.chat.sends(Media.live(41.7, 44.8));
    stage.chat.stops(live);
    var edited = last().path("edited_message");
    assertThat(edited.path("location").has("latitude")).isTrue();
    assertThat(edited.path("location").has("live_period")).isFalse();
  }

  @Test
  void an_administrator_is_anonymous_and_a_group_allows_some_reactions() {
    stage.group.addAnonymousAdmin(stage.marek).allowReactions("👍");
    var asked = Json.object().put("chat_id", Stage.FORUM).put("user_id", stage.marek.id()).toString();
    assertThat(stage.api.call("getChatMember", asked).result().path("is_anonymous").asBoolean()).isTrue();
    var chat = stage.api.call("getChat", Json.object().put("chat_id", Stage.FORUM).toString()).result();
    assertThat(chat.path("available_reactions").get(0).path("emoji").asString()).isEqualTo("👍");
    var written = stage.marek.in(stage.group).writes("Hello");
    var react = Json.object().put("chat_id", Stage.FORUM).put("message_id", written);
    react.putArray("reaction").addObject().put("type", "emoji").put("emoji", "👌");
    assertThat(stage.api.call("setMessageReaction", react.toString()).description()).isEqualTo("Bad Request: REACTION_INVALID");
  }
}
