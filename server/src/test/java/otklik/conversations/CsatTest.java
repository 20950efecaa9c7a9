package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import playground.Button;
import playground.Media;
import playground.Message;

/// What people think of the help, and what they write while they are asked for it.
class CsatTest extends Conversation {
  private Client olena;
  private Room room;

  private void closed() {
    olena = person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
    room = desk.topic("#0001");
    room.card();
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
  }

  private void dissatisfied() {
    closed();
    olena.presses("👎");
    olena.sees("Что было не так?");
  }

  private String feedback() {
    desk.settles();
    return desk.value("select csat || ' ' || coalesce(comment, '-') from feedback where workspace_id = %s");
  }

  @Test
  void a_question_a_story_or_a_file_is_a_new_matter_and_no_comment() {
    String story = "Сегодня утром мы открыли отчёт и увидели, что половины строк в нём нет. ".repeat(5).strip();
    dissatisfied();
    olena.writes("А как выгрузить отчёт?");
    choosesNew();
    assertThat(feedback()).isEqualTo("down -");
    newMatterArrives("#0002", "● Описание: А как выгрузить отчёт?");

    closesAndDissatisfies("#0002");
    olena.writes(story);
    choosesNew();
    newMatterArrives("#0003", "● Описание: " + story);

    closesAndDissatisfies("#0003");
    olena.sends(Media.photo("вот что видно"));
    choosesNew();
    newMatterArrives("#0004", "● Вложения: да (фото)");
  }

  private void choosesNew() {
    olena.presses("Открыть новый тикет");
    olena.sees("Выберите, что случилось");
  }

  private void newMatterArrives(String number, String inCard) {
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("принято");
    desk.topic(number).cardShows(inCard);
  }

  private void closesAndDissatisfies(String number) {
    desk.topic(number).operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👎");
    olena.sees("Что было не так?");
  }

  @Test
  void what_was_taken_for_a_comment_becomes_a_new_matter_with_one_press() {
    dissatisfied();
    olena.writes("Опять не работает выгрузка");
    Message thanks = olena.sees("Спасибо, что рассказали");
    Button button = thanks.button("Это новый вопрос").orElseThrow();
    room.shows("Что было не так, по словам клиента: Опять не работает выгрузка");
    assertThat(feedback()).isEqualTo("down Опять не работает выгрузка");

    desk.restart();
    olena.presses("Это новый вопрос");
    olena.sees("Выберите, что случилось");
    room.shows("это был не отзыв, а новый вопрос");
    assertThat(feedback()).isEqualTo("down -");
    assertThat(olena.chat.pressesStale(thanks.id(), button.data()).answer()).isEqualTo("Кнопка устарела");
    newMatterArrives("#0002", "● Описание: Опять не работает выгрузка");
  }

  @Test
  void whoever_leaves_the_new_matter_forgets_nothing_of_the_old_ticket() {
    dissatisfied();
    olena.writes("Опять не работает выгрузка");
    olena.sees("Спасибо, что рассказали");
    olena.presses("Это новый вопрос");
    olena.sees("Выберите, что случилось");
    olena.writes("И ещё отчёт");
    olena.writes("/cancel");
    olena.sees("Хорошо, отменил");
    desk.settles();
    assertThat(desk.count("""
        select count(*) from message where workspace_id = %s and text = 'Опять не работает выгрузка'
        """)).isEqualTo(1);
  }

  @Test
  void nobody_else_can_turn_a_comment_into_a_matter_of_theirs() {
    dissatisfied();
    olena.writes("Долго отвечали");
    String data = olena.sees("Спасибо, что рассказали").button("Это новый вопрос").orElseThrow().data();
    Client timur = person("Timur").bound("ACME-1");
    assertThat(timur.chat.pressesStale(timur.fromBot().getFirst().id(), data).answer()).isEqualTo("Кнопка устарела");
    assertThat(feedback()).isEqualTo("down Долго отвечали");
  }

  private boolean topicSays(Message line, String comment) {
    return room.fromBot().stream().anyMatch(message -> message.id() == line.id()
        && message.text().equals("Что было не так, по словам клиента: " + comment));
  }

  @Test
  void who_changes_their_comment_in_time_changes_what_the_operators_read() {
    dissatisfied();
    int written = olena.writes("Долго отвечяли");
    olena.sees("Спасибо, что рассказали");
    Message line = room.shows("Что было не так, по словам клиента: Долго отвечяли");
    desk.restart();
    olena.chat.edits(written, "Долго отвечали");
    desk.await("the line to change", () -> topicSays(line, "Долго отвечали"));
    assertThat(feedback()).isEqualTo("down Долго отвечали");

    desk.stage.time.advance(Duration.ofHours(25));
    olena.chat.edits(written, "Передумала");
    assertThat(feedback()).isEqualTo("down Долго отвечали");
    assertThat(topicSays(line, "Долго отвечали")).isTrue();
    assertThat(room.texts()).filteredOn(text -> text.contains("по словам клиента")).hasSize(1);
  }

  @Test
  void a_comment_that_was_a_new_matter_is_no_comment_when_it_is_changed() {
    dissatisfied();
    int written = olena.writes("Опять пусто");
    olena.sees("Спасибо, что рассказали");
    Message line = room.shows("Что было не так, по словам клиента: Опять пусто");
    olena.presses("Это новый вопрос");
    olena.sees("Выберите, что случилось");
    olena.chat.edits(written, "Опять пустой отчёт");
    assertThat(feedback()).isEqualTo("down -");
    assertThat(topicSays(line, "Опять пусто")).isTrue();
    newMatterArrives("#0002", "● Описание: Опять пустой отчёт");
  }

  @Test
  void a_comment_that_was_a_new_matter_joins_the_ticket_that_is_open_by_then() {
    dissatisfied();
    olena.writes("Выгрузка пустая");
    olena.sees("Спасибо, что рассказали");
    olena.writes("У меня и другое есть");
    choosesNew();
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("принято");
    Room next = desk.topic("#0002");
    next.card();
    olena.presses("Это новый вопрос");
    olena.sees("добавил это в обращение");
    next.shows("Выгрузка пустая");
    assertThat(feedback()).isEqualTo("down -");
  }

  @Test
  void a_comment_that_was_a_new_matter_joins_the_form_that_is_begun_by_then() {
    dissatisfied();
    olena.writes("Выгрузка пустая");
    olena.sees("Спасибо, что рассказали");
    olena.writes("И экран тоже");
    choosesNew();
    olena.presses("Это новый вопрос");
    olena.sees("добавил это в обращение");
    newMatterArrives("#0002", "● Описание: Выгрузка пустая\nИ экран тоже");
  }

  @Test
  void a_spoken_comment_is_heard_in_the_topic() {
    dissatisfied();
    olena.sends(Media.voice());
    olena.sees("Спасибо, что рассказали");
    room.shows("клиент рассказал так");
    room.showsMessage("the voice", message -> message.type().equals("voice"));
    assertThat(feedback()).isEqualTo("down voice");
    olena.presses("Это новый вопрос");
    olena.sees("Выберите, что случилось");
    newMatterArrives("#0002", "● Вложения: да (голосовое)");
    desk.topic("#0002").showsMessage("the voice", message -> message.type().equals("voice"));
  }

  @Test
  void a_mark_for_an_old_ticket_does_not_disturb_the_new_one() {
    closed();
    olena.writes("Ещё одно");
    choosesNew();
    newMatterArrives("#0002", "Ещё одно");
    olena.presses("👎");
    olena.sees("Спасибо за оценку");
    room.shows("Оценка клиента: 👎");
    olena.writes("Это про второе");
    desk.topic("#0002").shows("Это про второе");
    assertThat(feedback()).isEqualTo("down -");
    assertThat(desk.value("""
        select t.number from feedback f join tickets t on t.id = f.ticket_id where f.workspace_id = %s
        """)).isEqualTo("1");
  }

  @Test
  void an_invitation_opened_while_a_comment_is_awaited_is_followed() {
    dissatisfied();
    olena.starts("GLOBEX-1");
    olena.sees("Вы подключены к проекту «Shop»");
    olena.sees("Выберите, что случилось");
    olena.writes("Не пришёл заказ");
    olena.sees("Выберите, пожалуйста, вариант кнопкой");
    assertThat(feedback()).isEqualTo("down -");
  }
}
