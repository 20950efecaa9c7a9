package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.storage.TestDatabases;

/// Somebody has tickets and works at the desk no more.
@Tag("slow")
class OrphansTest {
  @Test
  void their_tickets_are_nobodys_again_and_the_topics_say_so(@TempDir Path folder) {
    try (Stage stage = new Stage(TestDatabases.SQLITE.ready(), folder, false, 1, Map.of())) {
      Desk desk = stage.newDesk();
      desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Не открывается");
      Room room = desk.topic("#0001");
      room.operator("Ina").writes("/take");
      room.cardShows("In progress (@ina)");
      desk.settles();
      stage.restartWith("operators: [5001]", "operators: [5001, 5002]");
      room.shows("Ina здесь больше не оператор, поэтому обращение снова ничьё.");
      room.cardShows("● Статус: New");
      assertThat(desk.count("select count(*) from timeline where workspace_id = %s and event = 'released'")).isEqualTo(1);
    }
  }

  @Test
  void nor_do_they_get_back_what_was_closed_meanwhile(@TempDir Path folder) {
    try (Stage stage = new Stage(TestDatabases.SQLITE.ready(), folder, false, 1, Map.of())) {
      Desk desk = stage.newDesk();
      desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Не открывается");
      Room room = desk.topic("#0001");
      room.operator("Ina").writes("/take");
      room.operator("Ina").writes("/close");
      room.cardShows("● Статус: Closed");
      desk.settles();
      stage.restartWith("operators: [5001]", "operators: [5001, 5002]");
      room.operator("Marek").writes("/reopen");
      room.cardShows("● Статус: New");
    }
  }
}
