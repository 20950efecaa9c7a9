package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Button;
import playground.Media;
import playground.Message;

/// A person writes again after their ticket was closed.
class ComebackTest extends Conversation {
  private Client olena;
  private Room room;

  private void closedTicket() {
    olena = person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
    room = desk.topic("#0001");
    room.card();
    room.operator("Marek").presses("Взять в работу");
    room.cardShows("In progress");
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    room.cardShows("Closed");
    desk.await("the topic to be closed", () -> room.view().closed());
  }

  private Message asked() {
    return olena.sees("Обращение #0001 уже закрыто. Вернуться к нему или открыть новое?");
  }

  @Test
  void a_message_after_closing_asks_once_whether_the_old_matter_or_a_new_one() {
    closedTicket();
    olena.writes("Опять не работает");
    assertThat(asked().buttons().stream().flatMap(List::stream).map(Button::text))
        .containsExactly("Открыть новый тикет", "Открыть старый заново");
    olena.writes("Совсем");
    olena.sends(Media.photo("вот"));
    olena.seesNothingNew();
  }

  @Test
  void the_old_ticket_goes_on_with_its_number_its_topic_its_owner_and_all_that_was_written_meanwhile() {
    closedTicket();
    olena.writes("Опять не работает");
    asked();
    olena.writes("Совсем");
    olena.chat.album(Media.photo("раз"), Media.photo());
    desk.restart();
    olena.presses("Открыть старый заново");
    olena.sees("обращение #0001 снова открыто");
    olena.writes("Спасибо");

    room.shows("Опять не работает");
    room.shows("Совсем");
    room.showsMessage("the album", message -> message.albumId() != null);
    room.shows("Спасибо");
    room.cardShows("● Статус: In progress (@marek)");
    desk.await("the topic to be open", () -> !room.view().closed());
    desk.settles();
    assertThat(room.texts()).containsExactly("Опять не работает", "Совсем", "раз", "", "Спасибо");
    assertThat(desk.topics()).hasSize(1);
    assertThat(desk.value("""
        select number || ' ' || status || ' ' || assigned_to_tg_user_id from tickets
        where workspace_id = %s and closed_at is null
        """)).isEqualTo("1 in_progress 5001");
    assertThat(desk.count("select count(*) from timeline where workspace_id = %s and event = 'reopened'")).isEqualTo(1);
    room.operator("Ina").writes("Смотрим ещё раз");
    olena.sees("Смотрим ещё раз");
  }

  @Test
  void a_ticket_that_nobody_had_taken_is_new_again() {
    olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Вопрос");
    room = desk.topic("#0001");
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.writes("Ещё вопрос");
    asked();
    olena.presses("Открыть старый заново");
    room.shows("Ещё вопрос");
    room.cardShows("● Статус: New");
  }

  @Test
  void a_new_ticket_begins_with_what_was_written_before_it_was_chosen() {
    closedTicket();
    olena.writes("Другая беда");
    asked();
    olena.writes("С отчётами");
    olena.presses("Открыть новый тикет");
    olena.sees("Выберите, что случилось");
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("обращение #0002 принято");
    desk.topic("#0002").cardShows("● Описание: Другая беда\nС отчётами");
    room.cardShows("● Статус: Closed");
    assertThat(room.view().closed()).isTrue();
  }

  @Test
  void after_two_days_only_a_new_ticket_is_offered_and_the_first_words_are_kept() {
    closedTicket();
    desk.settles();
    desk.stage.time.advance(Duration.ofHours(49));
    olena.writes("Опять не работает");
    olena.sees("Выберите, что случилось");
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("обращение #0002 принято");
    desk.topic("#0002").cardShows("● Описание: Опять не работает");
  }

  @Test
  void who_does_not_choose_is_not_left_hanging() {
    closedTicket();
    olena.writes("Мне очень плохо");
    Message question = asked();
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(11));
    olena.sees("Чтобы вы не ждали, я снова открыл обращение #0001");
    room.shows("Мне очень плохо");
    room.cardShows("In progress (@marek)");
    desk.settles();
    assertThat(olena.chat.message(question.id()).orElseThrow().buttons()).isEmpty();
    for (String button : List.of("Открыть новый тикет", "Открыть старый заново")) {
      String pressed = question.button(button).orElseThrow().data();
      assertThat(olena.chat.pressesStale(question.id(), pressed).answer()).isEqualTo("Кнопка устарела");
    }
    olena.writes("Вы тут?");
    room.shows("Вы тут?");
  }

  @Test
  void whoever_goes_on_writing_is_not_left_hanging_for_it() {
    closedTicket();
    olena.writes("Опять не работает");
    asked();
    desk.stage.time.advance(Duration.ofMinutes(6));
    olena.writes("Совсем");
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(5));
    olena.sees("Чтобы вы не ждали");
    room.shows("Опять не работает");
    room.shows("Совсем");
  }

  @Test
  void who_has_chosen_is_left_in_peace_by_the_timer() {
    closedTicket();
    olena.writes("Другая беда");
    asked();
    olena.presses("Открыть новый тикет");
    olena.sees("Выберите, что случилось");
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(11));
    desk.await("the timer to ring", () ->
        desk.count("select count(*) from timer where workspace_id = %s and kind = 'form'") == 0);
    olena.sees("передал обращение как есть");
    olena.sees("обращение #0002 принято");
    room.cardShows("Closed");
  }

  @Test
  void a_choice_is_made_once_and_forged_ones_change_nothing() {
    closedTicket();
    olena.writes("Опять");
    Message question = asked();
    String old = question.button("Открыть старый заново").orElseThrow().data();
    String ticket = old.substring("old:".length());
    for (String forged : List.of("old:1", "old:", "new:abc", "reopen:" + ticket, "close:" + ticket)) {
      assertThat(olena.chat.pressesStale(question.id(), forged).answer()).isEqualTo("Кнопка устарела");
    }
    Client timur = person("Timur").bound("ACME-1");
    assertThat(timur.chat.pressesStale(timur.fromBot().getLast().id(), old).answer()).isEqualTo("Кнопка устарела");
    room.cardShows("Closed");

    assertThat(olena.presses("Открыть старый заново")).isEmpty();
    olena.sees("снова открыто");
    assertThat(olena.chat.pressesStale(question.id(), old).answer()).isEqualTo("Кнопка устарела");
    assertThat(olena.chat.pressesStale(question.id(), old.replace("old", "new")).answer()).isEqualTo("Кнопка устарела");
    olena.seesNothingNew();
  }

  @Test
  void who_only_says_thank_you_is_not_asked_anything() {
    closedTicket();
    olena.writes("Спасибо большое! 🙏");
    olena.sees("Пожалуйста! Если понадобится помощь");
    room.shows("Спасибо большое! 🙏");
    desk.settles();
    room.cardShows("Closed");
    olena.writes("Ой, опять не работает, спасибо");
    asked();
  }

  @Test
  void a_topic_that_was_lost_meanwhile_is_made_anew_with_all_that_was_written() {
    closedTicket();
    room.operator("Marek").hands().deletesTopic();
    olena.writes("Опять не работает");
    asked();
    olena.presses("Открыть старый заново");
    olena.sees("снова открыто");
    Room next = desk.topic("#0001");
    assertThat(next.id).isNotEqualTo(room.id);
    next.shows("Опять не работает");
    next.cardShows("● Статус: In progress (@marek)");
    desk.settles();
    assertThat(next.view().closed()).isFalse();
  }

  @Test
  void cancelling_leaves_the_ticket_closed() {
    closedTicket();
    olena.writes("Опять");
    asked();
    olena.writes("Отмена");
    olena.sees("Хорошо, отменил");
    desk.settles();
    room.cardShows("Closed");
    assertThat(room.texts()).isEmpty();
  }

  @Test
  void an_operator_opens_the_ticket_again_and_the_person_is_told() {
    closedTicket();
    assertThat(room.operator("Ina").presses("Открыть заново")).isEqualTo("Обращение снова открыто");
    olena.sees("Мы снова открыли ваше обращение #0001");
    room.cardShows("● Статус: In progress (@marek)");
    desk.await("the topic to be open", () -> !room.view().closed());
    assertThat(room.operator("Ina").hands().pressesStale(room.card().id(), reopenButton()).answer())
        .isEqualTo("Обращение уже открыто");
    assertThat(room.operator("Boris").hands().pressesStale(room.card().id(), reopenButton()).answer())
        .contains("только операторы");
    olena.writes("Ура");
    room.shows("Ура");
    assertThat(room.operator("Ina").presses("Закрыть")).isEqualTo("Обращение закрыто");
    room.cardShows("Closed");
  }

  private String reopenButton() {
    return "reopen:" + desk.value("select id from tickets where workspace_id = %s and number = 1");
  }

  @Test
  void an_operator_who_opens_again_what_was_closed_takes_the_waiting_words_along() {
    closedTicket();
    olena.writes("Опять не работает");
    Message question = asked();
    room.operator("Marek").presses("Открыть заново");
    olena.sees("Мы снова открыли ваше обращение #0001");
    room.shows("Опять не работает");
    assertThat(olena.chat.pressesStale(question.id(), question.button("Открыть новый тикет").orElseThrow().data())
        .answer()).isEqualTo("Кнопка устарела");
  }

  @Test
  void an_operator_is_told_which_other_ticket_of_the_person_is_open() {
    closedTicket();
    olena.writes("Другая беда");
    asked();
    olena.presses("Открыть новый тикет");
    olena.sees("Выберите, что случилось");
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("#0002 принято");
    assertThat(room.operator("Marek").presses("Открыть заново")).contains("У клиента открыто другое обращение: #0002");
    room.cardShows("Closed");
    olena.seesNothingNew();
  }

  @Test
  void a_ticket_that_was_closed_again_can_be_marked_anew() {
    closedTicket();
    olena.presses("👎");
    olena.sees("Что было не так?");
    room.operator("Marek").presses("Открыть заново");
    olena.sees("Мы снова открыли");
    olena.writes("Всё ещё не работает");
    room.shows("Всё ещё не работает");
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👍");
    olena.sees("Спасибо! Рады");
    desk.settles();
    assertThat(desk.value("select csat from feedback where workspace_id = %s and comment is null")).isEqualTo("up");
    assertThat(desk.count("select count(*) from timeline where workspace_id = %s and event = 'marked'")).isEqualTo(2);
  }
}
