package playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SendingTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_bots_words_reach_the_person_and_come_back_as_the_answer() {
    var answer = stage.api.sendMessage(6001, "Привет, see https://example.org").result();
    assertThat(answer.path("text").asString()).startsWith("Привет");
    assertThat(answer.path("chat").path("type").asString()).isEqualTo("private");
    assertThat(answer.path("entities").get(0).path("type").asString()).isEqualTo("url");
    assertThat(stage.chat.last().orElseThrow().text()).startsWith("Привет");
  }

  @Test
  void the_same_call_works_by_query_by_form_and_in_any_case() {
    var url = stage.playground.apiUrl() + "/bot100:stage-token/SENDmessage?chat_id=6001&text=by+query";
    var get = HttpRequest.newBuilder(URI.create(url)).build();
    assertThat(Caller.send(get).result().path("text").asString()).isEqualTo("by query");
    var form =
        HttpRequest.newBuilder(URI.create(url.substring(0, url.indexOf('?'))))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("chat_id=6001&text=%D0%B4%D0%B0"))
            .build();
    assertThat(Caller.send(form).result().path("text").asString()).isEqualTo("да");
  }

  @Test
  void refusals_have_telegrams_words() {
    assertThat(stage.api.sendMessage(6001, "x".repeat(4097)).description()).isEqualTo("Bad Request: message is too long");
    assertThat(stage.api.sendMessage(6001, " ").description()).isEqualTo("Bad Request: message text is empty");
    assertThat(stage.api.sendMessage(42, "hi").description()).isEqualTo("Bad Request: chat not found");
    assertThat(stage.api.call("sendPigeon", "{}").description()).isEqualTo("Not Found: method not found");
    var stranger = new Caller(stage.playground, "7:unknown");
    assertThat(stranger.call("getMe", "{}").body().toString())
        .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
  }

  @Test
  void a_text_of_4096_utf16_units_passes_and_entities_are_counted_in_them() {
    assertThat(stage.api.sendMessage(6001, "👌".repeat(2048)).status()).isEqualTo(200);
    var split = Caller.message(6001, "a👌b");
    split.putArray("entities").add(Entities.entity("bold", 0, 2));
    assertThat(stage.api.call("sendMessage", split.toString()).status()).isEqualTo(400);
    var beyond = Caller.message(6001, "abc");
    beyond.putArray("entities").add(Entities.entity("bold", 2, 2));
    assertThat(stage.api.call("sendMessage", beyond.toString()).description())
        .isEqualTo("Bad Request: ENTITY_BOUNDS_INVALID");
  }

  @Test
  void html_becomes_entities() {
    var html =
        Caller.message(6001, "<b>Новый</b> &lt;тикет&gt; <a href=\"https://x.org\">тут</a>").put("parse_mode", "HTML");
    var sent = stage.api.call("sendMessage", html.toString()).result();
    assertThat(sent.path("text").asString()).isEqualTo("Новый <тикет> тут");
    assertThat(sent.path("entities").toString())
        .isEqualTo(
            "[{\"type\":\"bold\",\"offset\":0,\"length\":5},"
                + "{\"type\":\"text_link\",\"offset\":14,\"length\":3,\"url\":\"https://x.org\"}]");
  }

  @Test
  void callback_data_is_measured_in_bytes() {
    assertThat(stage.api.call("sendMessage", withButton("ы".repeat(32))).status()).isEqualTo(200);
    assertThat(stage.api.call("sendMessage", withButton("ы".repeat(33))).description())
        .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
  }

  private static String withButton(String data) {
    var message = Caller.message(6001, "Rate us");
    message.putObject("reply_markup").putArray("inline_keyboard").addArray()
        .add(Json.object().put("text", "👍").put("callback_data", data));
    return message.toString();
  }

  @Test
  void a_person_who_blocked_the_bot_is_not_reached_and_the_bot_is_told() {
    stage.chat.blocks();
    assertThat(stage.api.sendMessage(6001, "hi").description()).isEqualTo("Forbidden: bot was blocked by the user");
    var told = stage.api.updates(0).get(0).path("my_chat_member");
    assertThat(told.path("new_chat_member").path("status").asString()).isEqualTo("kicked");
    stage.chat.unblocks();
    assertThat(stage.api.sendMessage(6001, "hi").status()).isEqualTo(200);
  }

  @Test
  void a_person_who_never_wrote_cannot_be_written_to() {
    stage.playground.user(6009, "Silent", null, null, null);
    assertThat(stage.api.sendMessage(6009, "hi").description())
        .isEqualTo("Forbidden: bot can't initiate conversation with a user");
  }

  @Test
  void a_reply_to_a_missing_message_needs_permission_to_go_without_it() {
    var reply = Caller.message(6001, "re");
    reply.putObject("reply_parameters").put("message_id", 999);
    assertThat(stage.api.call("sendMessage", reply.toString()).description())
        .isEqualTo("Bad Request: message to be replied not found");
    ((ObjectNode) reply.path("reply_parameters")).put("allow_sending_without_reply", true);
    assertThat(stage.api.call("sendMessage", reply.toString()).status()).isEqualTo(200);
  }

  @Test
  void a_pressed_button_waits_for_the_bots_answer_for_150_seconds() {
    int id = stage.api.call("sendMessage", withButton("up")).result().path("message_id").asInt();
    var press = stage.chat.presses(id, "👍");
    var query = stage.api.updates(0).get(0).path("callback_query");
    assertThat(query.path("data").asString()).isEqualTo("up");
    var answer = Json.object().put("callback_query_id", query.path("id").asString()).put("text", "Спасибо");
    stage.api.call("answerCallbackQuery", answer.toString()).result();
    assertThat(press.answer()).isEqualTo("Спасибо");

    var late = stage.chat.presses(id, "up");
    assertThat(stage.playground.presses()).containsExactly(press, late);
    stage.clock.pass(Duration.ofSeconds(151));
    assertThat(stage.api.call("answerCallbackQuery", "{\"callback_query_id\":\"" + late.id() + "\"}").description())
        .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
  }
}
