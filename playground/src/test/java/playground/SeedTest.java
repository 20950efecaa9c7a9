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
  void a_mistake_is_named_with_its_place() {
    assertThatThrownBy(() -> sow("{\"people\":[{\"id\":1,\"first_name\":\"A\",\"usrname\":\"a\"}]}"))
        .hasMessageStartingWith("seed.people[0].usrname: unknown; allowed are [first_name, id,");
    assertThatThrownBy(() -> sow("{\"bots\":[{\"token\":\"x\",\"username\":\"b\"}]}"))
        .hasMessage("seed.bots[0].token: a number, a colon and a secret are expected");
    assertThatThrownBy(() -> sow("{\"groups\":[{\"id\":-5,\"title\":\"T\",\"kind\":\"forum\",\"members\":[9]}]}"))
        .hasMessage("seed.groups[0].members[0]: no person has the id 9");
    assertThatThrownBy(() -> sow("[")).hasMessageStartingWith("seed: not JSON");
  }
}
