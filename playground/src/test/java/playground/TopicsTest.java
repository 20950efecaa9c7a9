package playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TopicsTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private Caller.Answer say(int thread, String text) {
    return stage.api.call(
        "sendMessage", Caller.message(Stage.FORUM, text).put("message_thread_id", thread).toString());
  }

  private Caller.Answer topicCall(String method, int thread) {
    return stage.api.call(
        method, Json.object().put("chat_id", Stage.FORUM).put("message_thread_id", thread).toString());
  }

  private JsonNode lastUpdate() {
    var updates = stage.api.updates(0);
    return updates.get(updates.size() - 1).path("message");
  }

  @Test
  void a_bot_hears_of_the_topic_it_made() {
    int thread = stage.topic("#0001 | Acme");
    var told = lastUpdate();
    assertThat(told.path("message_id").asInt()).isEqualTo(thread);
    assertThat(told.path("from").path("id").asLong()).isEqualTo(stage.bot.id());
    assertThat(told.path("forum_topic_created").path("name").asString()).isEqualTo("#0001 | Acme");
    assertThat(stage.group.topic("#0001 | Acme")).isPresent();
  }

  @Test
  void a_plain_word_in_a_topic_seems_to_answer_the_message_that_made_it() {
    int thread = stage.topic("T");
    int question = say(thread, "question").result().path("message_id").asInt();
    var hands = stage.marek.in(stage.group).topic("T");
    hands.writes("plain");
    var plain = lastUpdate();
    assertThat(plain.path("is_topic_message").asBoolean()).isTrue();
    assertThat(plain.path("reply_to_message").path("message_id").asInt()).isEqualTo(thread);
    hands.replies(question, "real");
    assertThat(lastUpdate().path("reply_to_message").path("message_id").asInt()).isEqualTo(question);
  }

  @Test
  void general_has_no_thread_and_its_number_is_refused() {
    stage.marek.in(stage.group).writes("in general");
    assertThat(lastUpdate().has("message_thread_id")).isFalse();
    assertThat(say(1, "x").description()).isEqualTo("Bad Request: message thread not found");
  }

  @Test
  void a_deleted_topic_is_learned_of_from_the_next_refusal() {
    int thread = stage.topic("T");
    int before = stage.playground.pendingUpdates(stage.bot);
    stage.marek.in(stage.group).topic(thread).deletesTopic();
    assertThat(stage.playground.pendingUpdates(stage.bot)).isEqualTo(before);
    assertThat(say(thread, "x").description()).isEqualTo("Bad Request: message thread not found");
  }

  @Test
  void closing_twice_changes_nothing_and_says_so() {
    int thread = stage.topic("T");
    assertThat(topicCall("closeForumTopic", thread).status()).isEqualTo(200);
    assertThat(topicCall("closeForumTopic", thread).description()).isEqualTo("Bad Request: TOPIC_NOT_MODIFIED");
    assertThat(say(thread, "an administrator may still write").status()).isEqualTo(200);
    assertThat(topicCall("reopenForumTopic", thread).status()).isEqualTo(200);
  }

  @Test
  void rights_are_needed() {
    stage.group.promote(stage.bot, Right.CAN_DELETE_MESSAGES);
    var create = Json.object().put("chat_id", Stage.FORUM).put("name", "T").toString();
    assertThat(stage.api.call("createForumTopic", create).description())
        .isEqualTo("Bad Request: not enough rights to create a topic");
    int id = stage.marek.in(stage.group).writes("pin me");
    assertThat(stage.api.call("pinChatMessage", "{\"chat_id\":" + Stage.FORUM + ",\"message_id\":" + id + "}").description())
        .isEqualTo("Bad Request: not enough rights to manage pinned messages in the chat");
  }

  @Test
  void a_pinned_card_is_told_as_a_service_message_of_its_topic() {
    int thread = stage.topic("T");
    int card = say(thread, "card").result().path("message_id").asInt();
    stage.api.call("pinChatMessage", "{\"chat_id\":" + Stage.FORUM + ",\"message_id\":" + card + "}").result();
    var told = lastUpdate();
    assertThat(told.path("pinned_message").path("message_id").asInt()).isEqualTo(card);
    assertThat(told.path("message_thread_id").asInt()).isEqualTo(thread);
    assertThat(stage.group.message(card).orElseThrow().pinned()).isTrue();
  }

  @Test
  void a_migrated_group_names_its_successor() {
    var basic = stage.playground.basicGroup(-42, "Old").promote(stage.bot);
    var next = basic.migrate();
    var refused = stage.api.sendMessage(-42, "hi");
    assertThat(refused.description()).isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
    assertThat(refused.body().path("parameters").path("migrate_to_chat_id").asLong()).isEqualTo(next.id());
    assertThat(stage.api.sendMessage(next.id(), "hi").status()).isEqualTo(200);
  }

  @Test
  void a_kicked_bot_is_refused_and_told() {
    stage.group.kick(stage.bot);
    assertThat(stage.api.sendMessage(Stage.FORUM, "hi").description())
        .isEqualTo("Forbidden: bot was kicked from the supergroup chat");
    assertThat(stage.api.updates(0).get(0).has("my_chat_member")).isTrue();
  }

  @Test
  void an_anonymous_administrator_is_nobody() {
    stage.marek.in(stage.group).anonymously().writes("guess who");
    var told = lastUpdate();
    assertThat(told.path("from").path("username").asString()).isEqualTo("GroupAnonymousBot");
    assertThat(told.path("sender_chat").path("id").asLong()).isEqualTo(Stage.FORUM);
  }
}
