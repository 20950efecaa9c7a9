package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.AlsoOnPostgres;
import otklik.storage.ConversationDatabase;
import otklik.storage.TestDatabases;
import playground.Button;
import playground.GroupHands;
import playground.Media;

/// The scenario that `docs/write-a-scenario.md` shows.
@ParameterizedClass(name = "{0}")
@ConversationDatabase
@AlsoOnPostgres
class LostPropertyTest {
  private static final String UNTAKEN = "Уже сутки эту находку никто не взял";

  @Parameter TestDatabases database;
  private Stage stage;
  private LostOffice office;
  private Client nana;

  @BeforeEach
  void goToANewOffice() {
    stage = Stages.take(Stages.Kind.OFFICES, database);
    office = stage.newOffice();
    nana = office.person("Nana");
  }

  @AfterEach
  void leaveTheStage() {
    Stages.giveBack(Stages.Kind.OFFICES, database, stage);
  }

  private void pass(Duration time) {
    office.settles();
    stage.time.advance(time);
  }

  /// Nana tells what she found, and where, and has no photo.
  private void reports(String what, String where) {
    nana.starts("");
    nana.sees("Что вы нашли?");
    nana.writes(what);
    nana.sees("Где вы это нашли?");
    nana.writes(where);
    nana.sees("Пришлите, пожалуйста, фото");
    nana.presses("Без фото");
    nana.sees("записана под номером #0001");
    office.cardShows("Состояние: ждёт");
  }

  private List<String> buttons() {
    return office.card().buttons().stream().flatMap(List::stream).map(Button::text).toList();
  }

  private String state() {
    return office.value("select state from ticket where workspace_id = %s");
  }

  @Test
  void what_was_found_is_told_to_the_staff_and_whoever_found_it_hears_what_becomes_of_it() {
    nana.writes("Синий зонт");
    nana.sees("Где вы это нашли?");
    nana.writes("В парке у фонтана");
    nana.sees("Пришлите, пожалуйста, фото");
    nana.sends(Media.photo());
    nana.sees("записана под номером #0001");
    assertThat(office.card().text())
        .isEqualTo("Находка #0001\nЧто: Синий зонт\nГде: В парке у фонтана\nСостояние: ждёт");
    assertThat(buttons()).containsExactly("Взять", "Закрыть");
    office.await("the photo below the card", () ->
        office.said().stream().anyMatch(said -> said.type().equals("photo")));

    assertThat(office.presses("Marek", "Взять")).isEqualTo("Находка ваша");
    nana.sees("Находкой #0001 занимаются");
    office.cardShows("Состояние: взял(а) Marek");
    assertThat(buttons()).containsExactly("Закрыть");
    office.staff("Marek").writes("А чехол к зонту был?");
    nana.sees("А чехол к зонту был?");
    nana.writes("Был, чёрный");
    office.shows("Был, чёрный");

    assertThat(office.presses("Marek", "Закрыть")).isEqualTo("Находка закрыта");
    nana.sees("Находка #0001 закрыта");
    office.cardShows("Состояние: закрыта");
    assertThat(buttons()).isEmpty();
    office.await("the topic to be closed", () -> office.topic().closed());
  }

  @Test
  void whoever_forgot_where_says_so_and_what_cannot_be_read_is_kept() {
    nana.starts("");
    nana.sees("Что вы нашли?");
    nana.sends(Media.photo("Вот такой"));
    nana.sees("А теперь напишите словами");
    nana.writes("Ключи");
    nana.sees("Где вы это нашли?");
    nana.presses("Не помню");
    nana.sees("Пришлите, пожалуйста, фото");
    nana.writes("Фото уже было");
    nana.sees("или нажмите «Без фото»");
    nana.presses("Без фото");
    office.cardShows("Что: Ключи\nГде: не помнят");
    office.shows("Вот такой");
    office.shows("Фото уже было");
  }

  @Test
  void only_the_staff_takes_and_only_whoever_took_it_or_an_admin_closes() {
    reports("Зонт", "В парке");
    assertThat(office.presses("Boris", "Взять")).isEqualTo("Это могут только сотрудники.");
    assertThat(office.presses("Ina", "Закрыть")).isEqualTo("Это вам не разрешено.");
    assertThat(state()).isEqualTo("found");
    office.presses("Marek", "Взять");
    office.cardShows("взял(а) Marek");
    assertThat(office.presses("Ina", "Закрыть")).isEqualTo("Это вам не разрешено.");
    assertThat(state()).isEqualTo("taken");
    assertThat(office.presses("Boss", "Закрыть")).isEqualTo("Находка закрыта");
    assertThat(state()).isEqualTo("closed");
  }

  @Test
  void an_old_button_does_nothing_and_says_what_is_true() {
    reports("Зонт", "В парке");
    String take = "take:" + office.value("select id from ticket where workspace_id = %s");
    office.presses("Marek", "Взять");
    office.cardShows("взял(а) Marek");
    assertThat(pressesStale("Ina", take)).isEqualTo("Уже взял(а) Marek");
    office.presses("Marek", "Закрыть");
    office.cardShows("закрыта");
    assertThat(pressesStale("Ina", take)).isEqualTo("Находка закрыта");
    assertThat(pressesStale("Ina", "take:1")).isEqualTo("Эта кнопка больше не действует.");
    int card = nana.fromBot().getLast().id();
    assertThat(nana.chat.pressesStale(card, "no_photo").answer()).isEqualTo("Эта кнопка больше не действует.");
    assertThat(office.count("select count(*) from ticket where workspace_id = %s")).isEqualTo(1);
  }

  private String pressesStale(String name, String data) {
    return office.staff(name).pressesStale(office.card().id(), data).answer();
  }

  @Test
  void whoever_is_in_the_middle_of_the_form_goes_on_after_a_restart() {
    nana.starts("");
    nana.sees("Что вы нашли?");
    nana.writes("Кошелёк");
    nana.sees("Где вы это нашли?");
    office.restart();
    nana.writes("В автобусе");
    nana.sees("Пришлите, пожалуйста, фото");
    office.restart();
    nana.presses("Без фото");
    office.cardShows("Что: Кошелёк\nГде: В автобусе");
  }

  @Test
  void whoever_falls_silent_has_reported_what_they_said() {
    nana.writes("Перчатка");
    nana.sees("Где вы это нашли?");
    pass(Duration.ofHours(1).plusSeconds(1));
    nana.sees("записана под номером #0001");
    office.cardShows("Что: Перчатка\nГде: не помнят");
  }

  @Test
  void the_staff_is_reminded_once_of_what_nobody_took_for_a_day() {
    reports("Зонт", "В парке");
    pass(Duration.ofHours(23).plusMinutes(59));
    office.settles();
    assertThat(reminders()).isZero();
    pass(Duration.ofMinutes(2));
    office.shows(UNTAKEN);
    pass(Duration.ofDays(3));
    office.settles();
    assertThat(reminders()).isEqualTo(1);
  }

  @Test
  void what_was_taken_is_not_reminded_of() {
    reports("Зонт", "В парке");
    office.presses("Marek", "Взять");
    pass(Duration.ofDays(2));
    office.settles();
    assertThat(reminders()).isZero();
  }

  private long reminders() {
    return office.said().stream().filter(message -> message.text().contains(UNTAKEN)).count();
  }

  @Test
  void what_was_begun_can_be_cancelled_and_nothing_of_it_is_kept() {
    nana.starts("");
    nana.sees("Что вы нашли?");
    nana.writes("Тайнаязонт");
    nana.sees("Где вы это нашли?");
    nana.writes("/cancel");
    nana.sees("Хорошо, отменили");
    office.settles();
    assertThat(Traces.of(office, "Тайнаязонт")).isEmpty();
    assertThat(office.hasTopic()).isFalse();
    nana.writes("/help");
    nana.sees("/forget");
    nana.writes("/language");
    nana.sees("На каком языке");
  }

  @Test
  void whoever_has_reported_something_is_told_so_when_they_begin_again() {
    reports("Зонт", "В парке");
    nana.starts("");
    nana.sees("записана под номером #0001");
    nana.writes("Он ещё мокрый");
    office.shows("Он ещё мокрый");
    assertThat(office.count("select count(*) from ticket where workspace_id = %s")).isEqualTo(1);
  }

  @Test
  void what_somebody_puts_right_shows_on_the_other_side_and_in_the_card() {
    nana.starts("");
    nana.sees("Что вы нашли?");
    int what = nana.writes("Зонд");
    nana.sees("Где вы это нашли?");
    nana.writes("В парке");
    nana.sees("Пришлите, пожалуйста, фото");
    nana.presses("Без фото");
    office.cardShows("Что: Зонд");
    nana.chat.edits(what, "Зонт");
    office.cardShows("Что: Зонт");
    GroupHands marek = office.staff("Marek");
    int answer = marek.writes("Он мокры?");
    nana.sees("Он мокры?");
    office.settles();
    marek.edits(answer, "Он мокрый?");
    office.await("the answer to be put right", () -> nana.fromBot().getLast().text().equals("Он мокрый?"));
    marek.edits(answer, "// Он мокрый?");
    office.shows("заметкой они не станут");
  }

  @Test
  void the_staff_is_told_when_its_words_do_not_arrive() {
    reports("Зонт", "В парке");
    nana.chat.blocks();
    office.staff("Marek").writes("А чехол был?");
    office.shows("Не дошло: человек остановил бота");
  }

  @Test
  void a_topic_that_is_gone_is_opened_anew_with_what_stood_in_it() {
    reports("Зонт", "В парке");
    office.staff("Marek").writes("А чехол был?");
    nana.sees("А чехол был?");
    office.settles();
    office.staff("Marek").deletesTopic();
    nana.writes("Он ещё мокрый");
    office.cardShows("Что: Зонт\nГде: В парке");
    assertThat(office.shows("Прежняя тема удалена").text()).contains("А чехол был?");
    office.shows("Он ещё мокрый");
    assertThat(office.presses("Marek", "Взять")).isEqualTo("Находка ваша");
  }

  @Test
  void nothing_is_left_of_whoever_wants_to_be_forgotten() {
    String marker = "Тайнанаходка";
    nana = office.person(marker);
    reports("Зонт " + marker, "В парке " + marker);
    office.presses("Marek", "Взять");
    nana.writes("Ещё " + marker);
    office.shows("Ещё " + marker);
    office.staff("Marek").writes("Ответ " + marker);
    nana.sees("Ответ " + marker);
    office.settles();
    assertThat(Traces.of(office, marker)).isNotEmpty();
    nana.writes("/forget");
    nana.sees("Удалю всё, что знаю о вас");
    nana.presses("Удалить мои данные");
    nana.sees("Готово, у меня ваших данных больше нет");
    office.settles();
    assertThat(Traces.of(office, marker)).isEmpty();
    assertThat(office.hasTopic()).isFalse();
    assertThat(state()).isEqualTo("closed");
    pass(Duration.ofDays(2));
    office.settles();
  }
}
