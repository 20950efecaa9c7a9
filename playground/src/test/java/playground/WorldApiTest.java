package playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WorldApiTest {
  private static final String ROOM = "100:6001";
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private URI at(String path) {
    return URI.create(stage.playground.apiUrl() + path);
  }

  private Caller.Answer post(String path, JsonNode body, String type) {
    return Caller.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private Caller.Answer does(String action, JsonNode order) {
    return post("/world/hands/" + action, order, "application/json");
  }

  private static ObjectNode byOlena() {
    return Json.object().put("person", 6001).put("room", ROOM);
  }

  @Test
  void the_page_is_there_with_everything_it_names() {
    var page = Caller.send(HttpRequest.newBuilder(at("/")).build());
    assertThat(page.raw().body()).contains("main.js");
    for (var name : new String[] {"main.js", "page.css", "bubbles.css", "icon.svg", "texts.js"}) {
      assertThat(Caller.send(HttpRequest.newBuilder(at("/" + name)).build()).status()).as(name).isEqualTo(200);
    }
    assertThat(Caller.send(HttpRequest.newBuilder(at("/../seed.json")).build()).status()).isEqualTo(404);
  }

  @Test
  void what_a_person_does_there_reaches_the_bot() {
    int id = does("write", byOlena().put("text", "hello")).body().path("id").asInt();
    does("edit", byOlena().put("message", id).put("text", "hello again"));
    does("album", byOlena().put("text", "three"));
    var updates = stage.api.updates(0);
    assertThat(updates.get(0).path("message").path("text").asString()).isEqualTo("hello");
    assertThat(updates.get(1).has("edited_message")).isTrue();
    assertThat(updates).hasSize(5);
  }

  @Test
  void a_key_below_the_chat_is_seen_and_tapped() {
    var message = Caller.message(6001, "Где вы?");
    message.putObject("reply_markup").put("one_time_keyboard", true).putArray("keyboard").addArray()
        .add(Json.object().put("text", "Я тут").put("request_location", true));
    stage.api.call("sendMessage", message.toString()).result();
    var chats = Caller.send(HttpRequest.newBuilder(at("/world/state")).build()).body().path("people");
    assertThat(chats.toString()).contains("\"keyboard\":[[{\"text\":\"Я тут\",\"request_location\":true}]]");
    assertThat(does("tap", byOlena().put("text", "Я тут")).status()).isEqualTo(200);
    assertThat(stage.api.updates(0).get(0).path("message").has("location")).isTrue();
    assertThat(does("tap", byOlena().put("text", "Я тут")).body().path("error").asString())
        .isEqualTo("there is no key Я тут");
  }

  @Test
  void what_cannot_be_done_is_refused_with_a_reason() {
    assertThat(does("fly", byOlena()).body().path("error").asString()).isEqualTo("nobody can fly");
    assertThat(does("press", byOlena().put("message", 1).put("text", "x")).status()).isEqualTo(400);
    assertThat(post("/world/limits", Json.object().put("on", true), "text/plain").status()).isEqualTo(400);
  }

  @Test
  void a_listener_hears_which_room_has_changed() throws Exception {
    var stream = at("/world/events").toURL().openStream();
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines.readLine();
      stage.chat.writes("hello");
      String line = lines.readLine();
      while (!line.startsWith("data:")) line = lines.readLine();
      assertThat(line).contains(ROOM);
    }
  }

  @Test
  void faults_can_be_made_and_ended_there() {
    var fault = Json.object().put("kind", "server_error").put("seconds", 60);
    assertThat(post("/world/faults", fault, "application/json").status()).isEqualTo(200);
    assertThat(stage.api.sendMessage(6001, "hi").status()).isEqualTo(500);
    post("/world/faults/end", Json.object(), "application/json");
    assertThat(stage.api.sendMessage(6001, "hi").status()).isEqualTo(200);
  }
}
