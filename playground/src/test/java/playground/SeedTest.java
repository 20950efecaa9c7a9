package playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeedTest {
  private final Playground playground = Playground.start();

  @AfterEach
  void close() {
    playground.close();
  }

  private void sow(String json) {
    Seed.sow(playground, json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_bundled_seed_makes_a_desk_with_its_operators() throws IOException {
    try (var stream = SeedTest.class.getResourceAsStream("/seed.json")) {
      Seed.sow(playground, stream.readAllBytes());
    }
    var api = new Caller(playground, "1000001:PLAYGROUND-desk-token-0000000000000000");
    var self = api.call("getChatMember", "{\"chat_id\":-1001000000001,\"user_id\":1000001}").result();
    assertThat(self.path("can_manage_topics").asBoolean()).isTrue();
    var ina = api.call("getChatMember", "{\"chat_id\":-1001000000001,\"user_id\":5002}").result();
    assertThat(ina.path("status").asString()).isEqualTo("member");
  }

  @Test
  void what_is_there_stays_and_what_is_new_is_added() {
    var people = "\"people\":[{\"id\":7,\"first_name\":\"Olena\"}]";
    var desk = "{\"id\":-5,\"title\":\"Desk\",\"kind\":\"supergroup\",\"members\":[7]}";
    sow("{" + people + ",\"groups\":[" + desk + "]}");
    var group = playground.supergroup(-5, "Desk");
    group.remove(playground.user(7, "Olena", null, null, null));
    var bots = "\"bots\":[{\"token\":\"42:secret\",\"username\":\"my_bot\",\"name\":\"Мой бот\"}]";
    sow("{" + bots + "," + people + ",\"groups\":[" + desk + ","
        + "{\"id\":-6,\"title\":\"New\",\"kind\":\"supergroup\",\"admins\":[7],\"bots\":[\"my_bot\"]}]}");
    var api = new Caller(playground, "42:secret");
    assertThat(api.call("getMe", "{}").result().path("first_name").asString()).isEqualTo("Мой бот");
    assertThat(api.call("getChatMember", "{\"chat_id\":-6,\"user_id\":7}").result().path("status").asString())
        .isEqualTo("administrator");
    group.promote(playground.bot("42:secret", "my_bot"));
    assertThat(api.call("getChatMember", "{\"chat_id\":-5,\"user_id\":7}").result().path("status").asString())
        .isEqualTo("left");
  }

  @Test
  void a_mistake_is_named_with_its_place() {
    assertThatThrownBy(() -> sow("{\"people\":[{\"id\":1,\"first_name\":\"A\",\"usrname\":\"a\"}]}"))
        .hasMessageStartingWith("seed.people[0].usrname: unknown; allowed are [bot, first_name, id,");
    assertThatThrownBy(() -> sow("{\"bots\":[{\"token\":\"x\",\"username\":\"b\"}]}"))
        .hasMessage("seed.bots[0].token: a number, a colon and a secret are expected");
    assertThatThrownBy(() -> sow("{\"groups\":[{\"id\":-5,\"title\":\"T\",\"kind\":\"forum\",\"members\":[9]}]}"))
        .hasMessage("seed.groups[0].members[0]: no person has the id 9");
    assertThatThrownBy(() -> sow("[")).hasMessageStartingWith("seed: not JSON");
  }
}
