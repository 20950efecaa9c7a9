package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

/// What is only shown, one after another in one topic.
class ListsTest {
  @ParameterizedTest
  @EachDatabase
  void lists_see_all_that_was_said_and_done_before_them_and_come_in_their_turn(TestDatabases databases,
      @TempDir Path folder) {
    try (Stage stage = new Stage(databases.fresh(), folder, false, 1, Map.of())) {
      Desk desk = stage.newDesk();
      Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ к складу");
      Room room = desk.topic("#0001");
      room.card();
      olena.writes("Звоните: +7 (912) 345-67-89");
      room.shows("Звоните");
      room.operator("Marek").writes("/priority urgent");
      room.operator("Marek").writes("/history");
      room.operator("Marek").writes("/find складов");
      room.operator("Marek").writes("/find 89123456789");
      room.operator("Marek").writes("/stats");
      assertThat(room.shows("открыто, категория").text()).contains("приоритет: urgent");
      room.shows("#0001 · новое · Olena");
      desk.settles();
      assertThat(room.texts().stream().filter(text -> text.startsWith("#0001 · новое"))).hasSize(2);
      assertThat(desk.count("select count(*) from messages where workspace_id = %s and direction = 'note'")).isEqualTo(5);

      desk.restart();
      room.operator("Marek").writes("/find доступу");
      desk.await("another answer", () -> room.texts().stream().filter(text -> text.startsWith("#0001 · новое")).count() == 3);
    }
  }
}
