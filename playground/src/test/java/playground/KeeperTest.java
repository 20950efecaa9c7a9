package playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
  @TempDir Path folder;

  @Test
  void a_world_goes_on_after_a_restart_as_if_nothing_had_happened() {
    var options = Options.defaults().dataFile(folder.resolve("world.json"));
    int thread;
    String photo;
    Stage.Hourglass clock;
    try (var stage = new Stage(options)) {
      clock = stage.clock;
      thread = stage.topic("#0001");
      stage.group.publicAs("desk_group");
      stage.api.call("setMyCommands", "{\"commands\":[{\"command\":\"take\",\"description\":\"Take\"}]}").result();
      stage.chat.sends(Media.photo("look"));
      stage.chat.reacts(2, "👍");
      var updates = stage.api.updates(0);
      photo = updates.get(1).path("message").path("photo").get(2).path("file_id").asString();
      stage.api.updates(updates.get(1).path("update_id").asLong());
    }
    try (var again = Playground.start(options.time(clock))) {
      assertThat(again.restored()).isTrue();
      var bot = again.bot("100:stage-token", "stage_bot");
      var api = new Caller(again, bot.token());
      var waiting = api.updates(0);
      assertThat(waiting).hasSize(1);
      assertThat(waiting.get(0).path("message").path("caption").asString()).isEqualTo("look");
      var call = Json.object().put("chat_id", Stage.FORUM).put("message_thread_id", thread).put("photo", photo);
      assertThat(api.call("sendPhoto", call.toString()).status()).isEqualTo(200);
      assertThat(api.call("getMyCommands", "{}").result()).hasSize(1);
      assertThat(api.call("getChat", "{\"chat_id\":" + Stage.FORUM + "}").result().path("username").asString())
          .isEqualTo("desk_group");
      var chat = again.user(6001, "Olena", null, "olena", "ru").inPrivate(bot);
      assertThat(chat.message(2).orElseThrow().reactions()).containsExactly("👍");
      assertThat(chat.writes("next")).isEqualTo(3);
    }
  }
}
