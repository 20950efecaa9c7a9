package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;
import playground.Button;
import playground.Message;

@AlsoOnPostgres
class LifecycleTest extends Conversation {
  private Client olena;
  private Room room;

  private void ticket() {
    olena = person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
    room = desk.topic("#0001");
    room.card();
  }

  @Test
  void a_second_operator_who_takes_is_told_who_has_it() {
    ticket();
    assertThat(room.operator("Marek").presses("Взять в работу")).isEqualTo("Обращение ваше");
    desk.restart();
    assertThat(room.operator("Ina").hands().pressesStale(room.card().id(), takeButton()).answer())
        .isEqualTo("Уже взял(а) Marek");
    room.cardShows("● Статус: In progress (@marek)");
    assertThat(room.card().buttons().stream().flatMap(List::stream).map(Button::text))
        .containsExactly("Закрыть", "Запросить детали");
    desk.settles();
    assertThat(desk.value("select status || ' ' || assigned_to_tg_user_id from tickets where workspace_id = %s"))
        .isEqualTo("in_progress 5001");
  }

  private String takeButton() {
    return "take:" + desk.value("select id from tickets where workspace_id = %s");
  }

  @Test
  void details_are_asked_for_with_the_template() {
    ticket();
    assertThat(room.operator("Marek").presses("Запросить детали")).isNotEmpty();
    assertThat(olena.sees("Нужно чуть больше деталей").text()).isEqualTo("""
        Нужно чуть больше деталей, чтобы быстрее помочь:
        1. что вы делали перед проблемой
        2. ссылка/экран/раздел
        3. скрин/видео (если можно)""");
  }

  @Test
  void closing_thanks_asks_for_a_mark_and_closes_the_topic() {
    ticket();
    room.operator("Marek").presses("Взять в работу");
    room.cardShows("In progress");
    room.operator("Marek").presses("Закрыть");

    olena.sees("Кажется, решили. Если что-то останется — просто напишите сюда.");
    Message question = olena.sees("Оцените, пожалуйста, как мы помогли");
    assertThat(question.buttons().stream().flatMap(List::stream).map(Button::text)).containsExactly("👍", "👎");
    room.cardShows("● Статус: Closed");
    desk.await("the topic to be closed", () -> room.view().closed());
    assertThat(room.card().buttons().stream().flatMap(List::stream).map(Button::text))
        .containsExactly("Открыть заново");

    desk.restart();
    olena.presses("👍");
    olena.sees("Спасибо! Рады, что помогли");
    room.shows("Оценка клиента: 👍");
    desk.settles();
    assertThat(desk.value("select csat from feedback where workspace_id = %s")).isEqualTo("up");
    assertThat(desk.value("select status from tickets where workspace_id = %s and closed_at is not null"))
        .isEqualTo("closed");
  }

  @Test
  void a_thumb_down_asks_what_was_wrong_and_the_answer_stands_in_the_topic() {
    ticket();
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👎");
    olena.sees("Что было не так?");
    desk.restart();
    olena.writes("Долго отвечали");
    olena.sees("Спасибо, что рассказали");
    room.shows("Оценка клиента: 👎");
    room.shows("Долго отвечали");
    desk.settles();
    assertThat(desk.value("select csat || ' ' || comment from feedback where workspace_id = %s"))
        .isEqualTo("down Долго отвечали");
  }

  @Test
  void the_comment_can_be_skipped() {
    ticket();
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👎");
    olena.sees("Что было не так?");
    olena.presses("Пропустить");
    olena.sees("без комментария");
    olena.writes("У меня новый вопрос");
    olena.sees("Обращение #0001 уже закрыто");
  }

  @Test
  void an_awaited_comment_expires_so_that_a_new_matter_is_not_swallowed() {
    ticket();
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👎");
    olena.sees("Что было не так?");
    desk.settles();
    desk.stage.time.advance(Duration.ofHours(25));
    desk.await("the question to be forgotten",
        () -> desk.count("select count(*) from dialog where workspace_id = %s") == 0);
    olena.writes("У меня новый вопрос");
    olena.sees("Обращение #0001 уже закрыто");
  }

  @Test
  void a_mark_is_given_once() {
    ticket();
    room.operator("Marek").presses("Закрыть");
    int question = olena.sees("Оцените").id();
    String good = "good:" + desk.value("select id from tickets where workspace_id = %s");
    olena.presses("👍");
    olena.sees("Спасибо");
    assertThat(olena.chat.pressesStale(question, good.replace("good", "bad")).answer()).isEqualTo("Кнопка устарела");
    desk.settles();
    assertThat(desk.value("select csat from feedback where workspace_id = %s")).isEqualTo("up");
  }

  @Test
  void a_closed_ticket_stays_closed_whoever_presses() {
    ticket();
    String take = takeButton();
    room.operator("Marek").presses("Закрыть");
    desk.settles();
    int card = room.card().id();
    assertThat(room.operator("Ina").hands().pressesStale(card, take).answer()).isEqualTo("Обращение уже закрыто");
    assertThat(room.operator("Ina").hands().pressesStale(card, take.replace("take", "close")).answer())
        .isEqualTo("Обращение уже закрыто");
  }

  @Test
  void an_outsider_who_presses_is_told_and_nothing_changes() {
    ticket();
    assertThat(room.operator("Boris").presses("Взять в работу")).contains("только операторы");
    assertThat(room.operator("Boris").presses("Закрыть")).contains("только операторы");
    room.cardShows("● Статус: New");
  }

  @Test
  void forged_buttons_do_nothing() {
    ticket();
    int card = room.card().id();
    for (String forged : List.of("take:1", "take:", "take:abc", "close:-5", "category:A", "nonsense", "good:7")) {
      assertThat(room.operator("Marek").hands().pressesStale(card, forged).answer()).isEqualTo("Кнопка устарела");
    }
    room.cardShows("● Статус: New");
  }

  @Test
  void the_first_answer_is_timed_once_and_pressing_buttons_is_none() {
    ticket();
    room.operator("Marek").presses("Взять в работу");
    desk.settles();
    assertThat(desk.count("select count(*) from tickets where workspace_id = %s and first_response_at is not null"))
        .isZero();
    room.operator("Marek").writes("Добрый день");
    olena.sees("Добрый день");
    desk.settles();
    String first = desk.value("select first_response_at from tickets where workspace_id = %s");
    desk.stage.time.advance(Duration.ofMinutes(5));
    room.operator("Ina").writes("И от меня");
    olena.sees("И от меня");
    desk.settles();
    assertThat(desk.value("select first_response_at from tickets where workspace_id = %s")).isEqualTo(first)
        .isNotEqualTo("null");
  }

  @Test
  void the_tables_tell_the_whole_story() {
    ticket();
    olena.sends(playground.Media.photo("экран"));
    room.showsMessage("the photo", message -> message.type().equals("photo"));
    room.operator("Marek").writes("Вижу");
    olena.sees("Вижу");
    desk.settles();

    assertThat(desk.value("""
        select number || ' ' || category || ' ' || priority || ' ' || tg_user_id from tickets where workspace_id = %s
        """)).isEqualTo("1 D normal " + olena.person.id());
    assertThat(desk.count("""
        select count(*) from messages where workspace_id = %s and direction = 'in' and type = 'photo'
          and file_id is not null and size > 0 and text = 'экран' and created_at is not null
        """)).isEqualTo(1);
    assertThat(desk.value("""
        select direction || ' ' || type || ' ' || text || ' ' || author_tg_user_id from messages
        where workspace_id = %s and direction = 'out'
        """)).isEqualTo("out text Вижу 5001");
    assertThat(desk.count("""
        select count(*) from timeline where workspace_id = %s and event in ('opened', 'room-opened', 'answered')
        """)).isEqualTo(3);
  }
}
