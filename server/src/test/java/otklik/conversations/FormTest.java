package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import playground.Media;

class FormTest extends Conversation {
  @Test
  void category_description_attachments_and_the_ticket_is_accepted() {
    desk.stage.time.goTo(DayOfWeek.WEDNESDAY, LocalTime.of(12, 0));
    Client olena = person("Olena").bound("ACME-1");

    olena.presses("Не работает / ошибка (баг)");
    olena.sees("Расскажите, что случилось");
    olena.writes("Отчёт не открывается");
    olena.sees("Можно прикрепить скрин/видео/файл");
    olena.sends(Media.photo("вот экран"));
    olena.presses("Готово");
    assertThat(olena.sees("Готово, обращение #0001 принято").text()).contains("2–4 рабочих часа");

    Room room = desk.topic("#0001");
    assertThat(room.card().text()).contains("● Описание: Отчёт не открывается", "● Вложения: да (фото)");
    room.showsMessage("the photo", message -> message.type().equals("photo") && message.text().equals("вот экран"));
  }

  @Tag("slow")
  @Test
  void the_form_goes_on_where_it_was_after_a_restart_at_every_step() {
    Client olena = person("Olena");

    olena.starts("ACME-1");
    olena.sees("Выберите, что случилось");
    desk.restart();
    olena.presses("Срочно (критично)");
    olena.sees("Насколько блокирует работу?");
    desk.restart();
    olena.presses("Полностью блокирует");
    olena.sees("Что именно не работает?");
    desk.restart();
    olena.writes("Всё упало");
    olena.sees("Можно прикрепить");
    desk.restart();
    olena.sends(Media.document("log.txt"));
    olena.presses("Готово");
    olena.sees("принято");

    assertThat(desk.topic("#0001").card().text())
        .contains("● Приоритет: urgent (Полностью блокирует)", "● Описание: Всё упало", "● Вложения: да (файл)");
  }

  @Test
  void outside_working_hours_the_next_working_day_is_promised() {
    desk.stage.time.goTo(DayOfWeek.FRIDAY, LocalTime.of(20, 0));
    Client olena = person("Olena").bound("ACME-1");

    olena.presses("Доступы и роли");
    olena.sees("Расскажите, что случилось");
    olena.writes("Дайте доступ Ивану");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    assertThat(olena.sees("принято").text()).contains("Вернёмся к вам в рабочее время", "в 10:00");
  }

  @Test
  void urgent_matters_are_promised_an_answer_within_the_hour_or_first_thing_next_day() {
    desk.stage.time.goTo(DayOfWeek.MONDAY, LocalTime.of(11, 0));
    assertThat(urgentTicketOf(person("Olena"))).contains("30–60 минут");

    desk.stage.time.goTo(DayOfWeek.TUESDAY, LocalTime.of(5, 0));
    assertThat(urgentTicketOf(person("Timur"))).contains("в первую очередь", "сегодня в 10:00");
  }

  private static String urgentTicketOf(Client client) {
    client.bound("ACME-1");
    client.presses("Срочно (критично)");
    client.sees("Насколько блокирует работу?");
    client.presses("Частично мешает");
    client.sees("Что именно не работает?");
    client.writes("Оплата не проходит");
    client.sees("Можно прикрепить");
    client.presses("Пропустить");
    return client.sees("принято").text();
  }

  @Test
  void a_voice_message_is_a_description_too() {
    Client olena = person("Olena").bound("ACME-1");

    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.sends(Media.voice());
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("принято");

    Room room = desk.topic("#0001");
    room.cardShows("● Вложения: да (голосовое)");
    room.showsMessage("the voice", message -> message.type().equals("voice"));
  }

  @Test
  void an_album_and_more_files_are_one_step_and_the_album_stays_one() {
    Client olena = person("Olena").bound("ACME-1");

    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.writes("Смотрите сами");
    olena.sees("Можно прикрепить");
    olena.chat.album(Media.photo("раз"), Media.photo(), Media.video());
    olena.sends(Media.document("отчёт.pdf"));
    olena.presses("Готово");
    olena.sees("принято");

    Room room = desk.topic("#0001");
    room.cardShows("● Вложения: да (фото, видео, файл)");
    room.showsMessage("the document", message -> message.type().equals("document"));
    var album = room.fromBot().stream().filter(message -> message.albumId() != null).toList();
    assertThat(album).hasSize(3);
    assertThat(album.stream().map(message -> message.albumId()).distinct()).hasSize(1);
    assertThat(album.getFirst().text()).isEqualTo("раз");
  }

  @Test
  void words_where_a_button_is_expected_are_kept_and_answered_once() {
    Client olena = person("Olena").bound("ACME-1");

    List.of("Алло", "Вы тут?", "Не открывается отчёт").forEach(olena::writes);
    olena.sees("Выберите, пожалуйста, вариант кнопкой");
    olena.seesNothingNew();
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Готово");
    olena.sees("принято");

    desk.topic("#0001").cardShows("● Описание: Алло\nВы тут?\nНе открывается отчёт");
  }

  @Test
  void a_form_can_be_left_by_command_by_button_and_by_word() {
    Client olena = person("Olena").bound("ACME-1");

    olena.writes("/cancel");
    olena.sees("Хорошо, отменил");
    olena.writes("/cancel");
    olena.sees("Отменять нечего");

    olena.writes("Снова я");
    olena.sees("Выберите, что случилось");
    olena.writes("отмена");
    olena.sees("Хорошо, отменил");

    olena.writes("И опять");
    olena.sees("Выберите, что случилось");
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Отмена");
    olena.sees("Хорошо, отменил");
    desk.settles();
    assertThat(desk.topics()).isEmpty();
  }

  @Test
  void nobody_waits_for_a_forgotten_button() {
    Client olena = person("Olena").bound("ACME-1");

    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.writes("Горит сервер");
    olena.sees("Можно прикрепить");
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(11));
    olena.sees("передал обращение как есть");
    olena.sees("принято");

    desk.topic("#0001").cardShows("● Описание: Горит сервер");
  }

  @Tag("slow")
  @Test
  void a_timer_that_came_due_while_the_program_was_down_rings_once_and_late() {
    Client olena = person("Olena").bound("ACME-1");

    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.writes("Горит сервер");
    olena.sees("Можно прикрепить");
    desk.settles();
    desk.stage.stop();
    desk.stage.time.advance(Duration.ofHours(3));
    desk.stage.begin();
    olena.sees("принято");
    desk.restart();
    desk.settles();
    assertThat(desk.topics()).hasSize(1);
  }

  @Test
  void buttons_of_an_answered_question_are_told_to_be_old() {
    Client olena = person("Olena").bound("ACME-1");

    int menu = olena.fromBot().getLast().id();
    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    assertThat(olena.chat.pressesStale(menu, "category:A").answer()).isEqualTo("Кнопка устарела");
    assertThat(olena.chat.pressesStale(menu, "take:1").answer()).isEqualTo("Кнопка устарела");
    assertThat(olena.chat.pressesStale(menu, "good:99999999999999999999").answer()).isEqualTo("Кнопка устарела");
    assertThat(olena.chat.pressesStale(menu, "\u0000;drop table").answer()).isEqualTo("Кнопка устарела");
  }
}
