package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.storage.Address;
import otklik.storage.TestDatabases;

/// A list that can't be read: somebody has locked what it needs.
@Tag("slow")
class SlowListTest {
  @Test
  void a_search_that_takes_too_long_says_so_and_meanwhile_people_are_served(@TempDir Path folder) throws Exception {
    Address address = TestDatabases.POSTGRES.fresh();
    try (Stage stage = new Stage(address, folder, false, 1, Map.of());
        Connection somebody = DriverManager.getConnection(address.url(), address.properties())) {
      Desk desk = stage.newDesk();
      Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
      Room room = desk.topic("#0001");
      room.card();
      desk.settles();
      desk.await("everything to be indexed", () -> stage.value("""
          select count(*) from search_progress
          where message_id = (select max(id) from message) and not exists (select 1 from search_pending)
          """).equals("1"));
      somebody.setAutoCommit(false);
      somebody.createStatement().execute("lock table search_entry in access exclusive mode");

      int asked = room.operator("Marek").writes("/find доступ");
      olena.writes("Вы здесь?");
      room.shows("Вы здесь?");
      assertThat(room.texts()).noneMatch(text -> text.contains("слишком много времени"));
      assertThat(room.shows("слишком много времени").replyTo()).isEqualTo(asked);

      somebody.rollback();
      room.operator("Marek").writes("/find доступ");
      room.shows("#0001 ·");
    }
  }
}
