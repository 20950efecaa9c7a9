package otklik.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.kernel.Beside;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

@ParameterizedClass(name = "{0}")
@EachDatabase
@Tag("slow")
@Tag("program")
class EndFaultsTest {
  private static final int MESSAGES = 300;

  @Parameter TestDatabases database;

  @Test
  void sigterm_during_traffic_ends_the_program_without_complaints_and_repeats_and_loses_nothing(@TempDir Path folder) {
    try (Survivor survivor = new Survivor(database.ready(), folder)) {
      List<Visitor> people = List.of(survivor.visitor(1).opensTicket(), survivor.visitor(2).opensTicket());
      people.forEach(Visitor::topic);
      List<String> written = new ArrayList<>();
      List<String> answers = new ArrayList<>();

      CompletableFuture<Void> writing = Beside.run(() -> {
        for (int i = 0; i < MESSAGES; i++) {
          String text = "сообщение " + i;
          String answer = "ответ " + i;
          people.forEach(person -> {
            person.chat.writes(text);
            person.operator().writes(answer);
          });
          written.add(text);
          answers.add(answer);
        }
      });
      survivor.await("traffic", () -> survivor.playground.calls("sendMessage").size() > 50);
      assertThat(survivor.terminate()).isIn(0, 143);
      assertThat(survivor.saidWhileEnding()).noneMatch(EndFaultsTest::complains);
      writing.join();
      survivor.begin();

      for (Visitor person : people) {
        survivor.awaitAll("everything to arrive", written.size() + answers.size(), () ->
            Conveyed.of(written, survivor.group.messages(person.topic())).come()
                + Conveyed.of(answers, person.fromBot()).come());
      }
      assertThat(survivor.terminate()).isIn(0, 143);
      assertThat(survivor.saidWhileEnding()).noneMatch(EndFaultsTest::complains);
      for (Visitor person : people) {
        assertThat(Conveyed.of(written, survivor.group.messages(person.topic())).arrived()).isEqualTo(written);
        assertThat(Conveyed.of(answers, person.fromBot()).arrived()).isEqualTo(answers);
      }
      assertThat(survivor.group.topics()).hasSize(2);
    }
  }

  private static boolean complains(String line) {
    return line.contains("WARN") || line.contains("ERROR") || line.contains("Exception");
  }
}
