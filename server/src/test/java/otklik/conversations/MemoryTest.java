package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.storage.TestDatabases;
import playground.Message;
import playground.Person;

/// Near the limit of its memory the server takes in little, says so, and goes on with what it has.
@Tag("slow")
class MemoryTest {
  private static final String OPS_CHAT = "990099";
  private static final Duration LOOK = Duration.ofSeconds(4);

  @TempDir Path folder;

  @Test
  void when_memory_is_short_little_comes_in_and_nobody_is_lost_and_whoever_runs_it_hears_once_of_each() {
    try (Stage stage = new Stage(TestDatabases.SQLITE.ready(), folder, false, 1, Map.of("OPS_CHAT_ID", OPS_CHAT))) {
      Person ops = stage.playground.user(Long.parseLong(OPS_CHAT), "Ops", null, null, "ru");
      Desk desk = stage.newDesk();
      ops.inPrivate(desk.bot).starts("");
      Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Пока памяти хватает");
      desk.settles();
      assertThat(stage.status("/health/ready")).isEqualTo(200);

      stage.heap.needed = 0.9;
      desk.await("not to be ready", () -> {
        stage.time.advance(LOOK);
        return stage.get("/health/ready").contains("\"kind\":\"memory\"");
      });
      assertThat(stage.status("/health/ready")).isEqualTo(503);
      assertThat(stage.get("/health/ready")).contains("Memory is nearly full");
      assertThat(stage.get("/metrics")).contains("otklik_memory_short 1.0", "otklik_memory_needed 0.9");
      stage.playground.forgetCalls();
      olena.writes("Меня слышно?");
      desk.topic("#0001").shows("Меня слышно?");
      desk.await("few updates to be asked for", () -> stage.playground.calls("getUpdates").stream()
          .anyMatch(call -> call.params().path("limit").asInt(0) == 10));
      desk.await("the ops chat to hear", () -> told(ops, desk).size() == 1);

      stage.heap.needed = 0.3;
      desk.await("to be ready", () -> {
        stage.time.advance(LOOK);
        return stage.status("/health/ready") == 200;
      });
      desk.await("the ops chat to hear that it is over", () -> {
        stage.time.advance(LOOK);
        return told(ops, desk).size() == 2;
      });
      assertThat(told(ops, desk).getFirst()).contains("Память почти заполнена", "HEAP");
      assertThat(told(ops, desk).getLast()).contains("Памяти снова достаточно");
      assertThat(stage.get("/metrics")).contains("otklik_memory_short 0.0");
    }
  }

  private static List<String> told(Person ops, Desk desk) {
    return ops.inPrivate(desk.bot).messages().stream().filter(message -> message.from() == desk.bot.id())
        .map(Message::text).filter(text -> text.contains("Памят")).toList();
  }
}
