package playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The keys below a chat, which a person has in place of letters.
class KeysTest {
  private static final String KEYS =
      """
      {"keyboard": [["Да", {"text": "Нет"}], [{"text": "Мой номер", "request_contact": true},
       {"text": "Я тут", "request_location": true}]], "one_time_keyboard": %s}""";

  private Stage stage;

  @BeforeEach
  void start() {
    stage = new Stage();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private Caller.Answer says(long chat, String markup) {
    var message = Caller.message(chat, "Ваш номер?");
    message.set("reply_markup", Json.parse(markup));
    return stage.api.call("sendMessage", message.toString());
  }

  private JsonNode heard() {
    return stage.api.updates(0).valueStream().reduce((_, last) -> last).orElseThrow().path("message");
  }

  @Test
  void a_key_says_its_text_and_stays() {
    says(6001, KEYS.formatted(false)).result();
    assertThat(stage.chat.keyboard()).containsExactly("Да", "Нет", "Мой номер", "Я тут");
    stage.chat.taps("Нет");
    assertThat(heard().path("text").asString()).isEqualTo("Нет");
    assertThat(stage.chat.keyboard()).hasSize(4);
  }

  @Test
  void a_key_shares_the_persons_own_number_or_where_they_are() {
    says(6001, KEYS.formatted(false)).result();
    stage.chat.taps("Мой номер");
    assertThat(heard().path("contact").path("user_id").asLong()).isEqualTo(6001);
    stage.chat.taps("Мой номер", Media.contact("995599000111", stage.olena));
    assertThat(heard().path("contact").path("phone_number").asString()).isEqualTo("995599000111");
    stage.chat.taps("Я тут", Media.location(42.25, 42.7));
    assertThat(heard().path("location").path("latitude").asDouble()).isEqualTo(42.25);
    assertThatThrownBy(() -> stage.chat.taps("Да", Media.location(1, 1))).hasMessageContaining("doesn't ask");
    assertThatThrownBy(() -> stage.chat.taps("Может быть")).hasMessage("there is no key Может быть");
  }

  @Test
  void keys_that_are_shown_once_step_aside_and_keys_can_be_taken_away() {
    says(6001, KEYS.formatted(true)).result();
    stage.chat.taps("Я тут");
    assertThat(stage.chat.keyboard()).isEmpty();
    says(6001, KEYS.formatted(false)).result();
    stage.chat.taps("Я тут");
    assertThat(stage.chat.keyboard()).hasSize(4);
    says(6001, "{\"remove_keyboard\": true}").result();
    assertThat(stage.chat.keyboard()).isEmpty();
  }

  @Test
  void a_group_is_asked_for_no_number_and_no_position() {
    assertThat(says(Stage.FORUM, KEYS.formatted(false)).description())
        .isEqualTo("Bad Request: phone number can be requested in private chats only");
    assertThat(says(6001, "{\"keyboard\": [[{\"text\": \" \"}]]}").description())
        .isEqualTo("Bad Request: keyboard button text must be non-empty");
  }

  @Test
  void a_message_that_brought_keys_or_took_them_away_cannot_be_edited() {
    for (var markup : new String[] {KEYS.formatted(true), "{\"remove_keyboard\": true}"}) {
      int id = says(6001, markup).result().path("message_id").asInt();
      var edit = Caller.message(6001, "Другое").put("message_id", id);
      assertThat(stage.api.call("editMessageText", edit.toString()).description())
          .isEqualTo("Bad Request: message can't be edited");
    }
  }
}
