package playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a bot is told about the members of a group.
class MembersTest {
  private Stage stage;
  private Group chat;
  private Person ina;

  @BeforeEach
  void start() {
    stage = new Stage();
    ina = stage.playground.user(5009, "Ina", null, null, null);
    chat = stage.playground.supergroup(-1001000000077L, "Tbilisi").add(stage.marek).promote(stage.bot);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private Caller.Answer asked(long user) {
    return stage.api.call("getChatMember", Json.object().put("chat_id", chat.id()).put("user_id", user).toString());
  }

  private String status(Person person) {
    return asked(person.id()).result().path("status").asString();
  }

  @Test
  void each_member_stands_as_the_group_says() {
    assertThat(status(stage.marek)).isEqualTo("member");
    chat.addAdmin(stage.marek);
    assertThat(status(stage.marek)).isEqualTo("administrator");
    chat.mute(stage.marek);
    assertThat(asked(5001).result().path("is_member").asBoolean()).isTrue();
    assertThat(status(stage.marek)).isEqualTo("restricted");
    chat.remove(stage.marek);
    assertThat(status(stage.marek)).isEqualTo("left");
    chat.ban(stage.marek);
    assertThat(status(stage.marek)).isEqualTo("kicked");
  }

  @Test
  void who_never_came_is_left_if_the_bot_has_met_them_and_unknown_if_not() {
    assertThat(status(stage.olena)).isEqualTo("left");
    assertThat(asked(ina.id()).description()).isEqualTo("Bad Request: PARTICIPANT_ID_INVALID");
    assertThat(asked(424242).description()).isEqualTo("Bad Request: user not found");
  }

  @Test
  void a_public_group_says_under_which_name_it_is_found() {
    chat.publicAs("tbilisi_help");
    var shown = stage.api.call("getChat", Json.object().put("chat_id", chat.id()).toString()).result();
    assertThat(shown.path("username").asString()).isEqualTo("tbilisi_help");
    chat.add(stage.bot);
    var updates = stage.api.updates(0);
    assertThat(updates.get(updates.size() - 1).path("my_chat_member").path("chat").path("username").asString())
        .isEqualTo("tbilisi_help");
  }

  @Test
  void hidden_members_are_told_to_administrators_only() {
    chat.hideMembers();
    assertThat(status(stage.marek)).isEqualTo("member");
    chat.add(stage.bot);
    assertThat(asked(5001).description()).isEqualTo("Bad Request: CHAT_ADMIN_REQUIRED");
    assertThat(asked(stage.bot.id()).result().path("status").asString()).isEqualTo("member");
  }
}
