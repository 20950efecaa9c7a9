package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;
import playground.Group;

/// A volunteer is anyone in an authorised chat who said so; they can pause, set quiet hours, choose a city and leave.
@AlsoOnPostgres
class SosVolunteersTest extends TownConversation {
  private Group chat;

  @Override
  Town newTown(Stage stage) {
    return stage.newOpenTown();
  }

  private Client volunteer(String name) {
    chat = town.joins(town.tbilisi, "Тбилиси");
    Client client = person(name);
    chat.add(client.person);
    client.starts("");
    client.sees("Это тревожная кнопка");
    client.presses("Хочу стать помощником");
    client.sees("В каком городе вы готовы помогать?");
    client.writes("Рустави");
    client.sees("Ваш город: Рустави, Грузия");
    client.sees("вы теперь помощник");
    return client;
  }

  private Map<String, String> row() {
    return town.rows("select * from volunteer where workspace_id = %s").getFirst();
  }

  @Test
  void whoever_is_in_a_chat_and_says_so_is_a_volunteer() {
    Client nana = volunteer("Nana");
    assertThat(town.count("select count(*) from volunteer where workspace_id = %s")).isEqualTo(1);
    nana.starts("");
    nana.sees("участник чата «" + chat.title() + "»");
    assertThat(nana.fromBot().getLast().button("Хочу стать помощником")).isEmpty();
    assertThat(nana.fromBot().getLast().button("Мне нужна помощь")).isPresent();
  }

  @Test
  void whoever_is_in_none_is_not() {
    town.joins(town.tbilisi, "Тбилиси");
    Client gia = person("Gia");
    gia.starts("");
    gia.sees("В каком вы городе?");
    gia.writes("Тбилиси");
    gia.sees("могут участники чатов");
    gia.presses("Хочу стать помощником");
    gia.sees("могут участники чатов");
    assertThat(town.count("select count(*) from volunteer where workspace_id = %s")).isZero();
    town.tbilisi.add(gia.person);
    gia.presses("Проверить снова");
    gia.sees("вы теперь помощник");
  }

  @Test
  void a_volunteer_pauses_goes_on_and_leaves() {
    Client nana = volunteer("Nana");
    nana.presses("Приостановить");
    nana.sees("Пауза.");
    assertThat(row().get("is_paused")).isIn("1", "t");
    nana.presses("Возобновить");
    nana.sees("Снова пишем вам");
    assertThat(row().get("is_paused")).isIn("0", "f");
    nana.presses("Больше не помогать");
    nana.sees("Вы больше не помощник");
    assertThat(town.count("select count(*) from volunteer where workspace_id = %s")).isZero();
    nana.presses("Хочу стать помощником");
    nana.sees("вы теперь помощник");
  }

  @Test
  void quiet_hours_are_chosen_or_written() {
    Client nana = volunteer("Nana");
    nana.presses("Тихие часы");
    nana.sees("Когда вас не беспокоить?");
    nana.writes("25:00");
    nana.sees("Не получилось прочитать часы.");
    nana.writes("с 22 до 8");
    nana.sees("Тихие часы: 22:00–08:00");
    assertThat(row()).containsEntry("quiet_from", "1320").containsEntry("quiet_until", "480");
    nana.presses("Тихие часы");
    nana.sees("Сейчас тихие часы: 22:00–08:00");
    nana.presses("23:00–07:00");
    nana.sees("Тихие часы: 23:00–07:00");
    nana.presses("Тихие часы");
    nana.sees("Когда вас не беспокоить?");
    nana.presses("Без тихих часов");
    nana.sees("Тихих часов нет");
    assertThat(row()).doesNotContainKey("quiet_from");
  }

  @Test
  void whoever_blocks_the_bot_is_not_asked_and_is_again_when_they_are_back() {
    Client nana = volunteer("Nana");
    nana.chat.blocks();
    town.await("it to be noted", () -> reachable("Nana").matches("0|f|false"));
    nana.chat.unblocks();
    town.await("it to be noted", () -> reachable("Nana").matches("1|t|true"));
  }

  private String reachable(String name) {
    return town.value("select is_reachable from person where workspace_id = %s and name = '" + name + "'");
  }

  @Test
  void words_without_a_question_bring_the_menu_once_and_are_kept() {
    Client nana = volunteer("Nana");
    nana.writes("за мной идут");
    nana.sees("Если нужна помощь");
    nana.writes("уже два квартала");
    nana.seesNothingNew();
    assertThat(town.count("select count(*) from message where workspace_id = %s")).isEqualTo(2);
    assertThat(town.value("select tag from dialog where workspace_id = %s")).isEqualTo("emergency.offered.v1");
  }

  @Test
  void a_flood_is_dropped_with_one_line_and_a_restart_does_not_let_it_in() {
    Client nana = person("Nana");
    for (int i = 0; i < 70; i++) {
      nana.writes("спам " + i);
    }
    nana.sees("Слишком много сообщений подряд");
    nana.seesNothingNew();
    assertThat(town.count("select count(*) from message where workspace_id = %s")).isEqualTo(60);
    town.restart();
    nana.writes("ещё спам");
    nana.seesNothingNew();
    assertThat(town.count("select count(*) from message where workspace_id = %s")).isEqualTo(60);
    pass(Duration.ofMinutes(1));
    nana.writes("Нужна помощь");
    town.settles();
    assertThat(town.count("select count(*) from message where workspace_id = %s")).isEqualTo(61);
  }

  @Test
  void a_person_chooses_the_language() {
    Client nana = person("Nana");
    nana.writes("/language");
    nana.sees("На каком языке говорить?");
    nana.presses("English");
    nana.sees("Done, we speak English.");
    nana.writes("/help");
    nana.sees("Here people ask for urgent help");
  }
}
