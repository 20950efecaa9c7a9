package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;
import playground.Origin;

/// Whoever helps two people is asked to whom it goes what they write without a reply; until then nobody has it. To whom
/// replies go, `WhoseWordsTest` plays.
class SosToWhomTest extends HelpingConversation {
  private static final String QUESTION = "Кому это передать?";

  private Client ana;
  private Client nana;
  private Client vera;

  @BeforeEach
  void haveOneWhoHelpsTwo() {
    nana = resident("Nana");
    vera = resident("Vera");
    ana = volunteer("Ana");
    asks(nana, "Сломала ногу");
    takes(ana);
    asks(vera, "Заперта дверь");
    takes(ana);
    town.settles();
  }

  @Test
  void a_position_goes_to_nobody_before_it_is_said_to_whom() {
    ana.sends(Media.location(41.72222, 44.79999));
    Message question = ana.sees(QUESTION);
    town.settles();
    assertThat(positions(nana)).isZero();
    assertThat(positions(vera)).isZero();
    assertThat(ana.presses("#0001 · Nana")).isEqualTo("Передали: #0001 · Nana.");
    nana.seesMessage("the position", message -> message.type().equals("location"));
    becomes(ana, question, "Передали: #0001 · Nana.");
    town.settles();
    assertThat(positions(vera)).isZero();
    assertThat(ana.chat.message(question.id()).orElseThrow().buttons()).isEmpty();
  }

  private static long positions(Client client) {
    return client.fromBot().stream().filter(message -> message.type().equals("location")).count();
  }

  @Test
  void what_is_written_in_a_row_is_asked_about_once_and_goes_together_in_its_order() {
    ana.writes("Выезжаю");
    ana.sees(QUESTION);
    ana.sends(Media.photo("Это я"));
    ana.writes("Ждите у входа");
    town.settles();
    assertThat(ana.texts()).filteredOn(text -> text.contains(QUESTION)).hasSize(1);
    ana.presses("#0002 · Vera");
    vera.sees("Ana (помогает вам):\nВыезжаю");
    vera.sees("Это я");
    vera.sees("Ждите у входа");
    assertThat(nana.texts()).noneMatch(text -> text.contains("Ждите"));
    assertThat(kept("Ждите")).isZero();
  }

  private long kept(String words) {
    town.settles();
    return town.count("select count(*) from message where workspace_id = %s and (text like '%%" + words
        + "%%' or content like '%%" + words + "%%')");
  }

  @Test
  void what_is_corrected_meanwhile_goes_as_it_reads_now() {
    int written = ana.writes("Буду в пять");
    ana.sees(QUESTION);
    ana.chat.edits(written, "Буду в шесть");
    town.settles();
    ana.presses("#0001 · Nana");
    nana.sees("Буду в шесть");
    assertThat(nana.texts()).noneMatch(text -> text.contains("в пять"));
  }

  @Test
  void what_is_somebody_elses_stays_so() {
    ana.chat.forwards(Origin.person(777, "Продавец"), "Переведите 500 на карту");
    ana.sees(QUESTION);
    ana.presses("#0001 · Nana");
    nana.sees("↪ Переслано от Продавец:\nПереведите 500 на карту");
  }

  @Tag("slow")
  @Test
  void whoever_does_not_say_is_asked_once_more_and_then_it_is_gone() {
    ana.writes("Тайное слово");
    ana.sees(QUESTION);
    pass(Duration.ofMinutes(2).plusSeconds(1));
    Message question = ana.sees("ещё никому не передано");
    pass(Duration.ofHours(1).plusSeconds(1));
    ana.sees("Никому не передали.");
    assertThat(kept("Тайное")).isZero();
    String pressed = question.button("#0001 · Nana").orElseThrow().data();
    assertThat(ana.chat.pressesStale(question.id(), pressed).answer()).isEqualTo("Эта кнопка больше не действует.");
    town.settles();
    assertThat(nana.texts()).noneMatch(text -> text.contains("Тайное"));
  }

  @Test
  void cancel_takes_it_back() {
    ana.writes("Не туда");
    ana.sees(QUESTION);
    ana.writes("/cancel");
    ana.sees("Никому не передали.");
    assertThat(kept("Не туда")).isZero();
  }

  /// The button stands under the form's question, and is about the form.
  @Test
  void the_button_that_cancels_a_form_leaves_the_words_that_wait() {
    ana.writes("Выезжаю");
    ana.sees(QUESTION);
    ana.presses("Мне нужна помощь");
    ana.sees("Что случилось?");
    ana.presses("Отмена");
    ana.sees("Просьба не отправлена");
    ana.presses("#0001 · Nana");
    nana.sees("Ana (помогает вам):\nВыезжаю");
  }

  @Test
  void what_can_not_be_passed_on_is_not_asked_about() {
    long id = ana.person.id();
    town.stage.playground.injectUpdate(town.bot, """
        {"message": {"message_id": 900, "date": 1790000000, "story": {"id": 1, "chat": {"id": %1$d, "type": "private"}},
          "from": {"id": %1$d, "is_bot": false, "first_name": "Ana", "language_code": "ru"},
          "chat": {"id": %1$d, "type": "private", "first_name": "Ana"}}}
        """.formatted(id));
    ana.sees("Такое сообщение передать не получится.");
    ana.seesNothingNew();
  }

  @Test
  void whoever_has_themself_forgotten_leaves_nothing_that_waited() {
    ana.writes("Тайное слово");
    ana.sees(QUESTION);
    ana.writes("/forget");
    ana.presses("Удалить мои данные");
    town.await("the words to be gone", () -> kept("Тайное") == 0);
    assertThat(town.count("select count(*) from dialog where workspace_id = %s and conversation like '"
        + ana.person.id() + "%%'")).isZero();
  }

  @Test
  void a_request_that_has_ended_meanwhile_can_not_be_chosen() {
    ana.writes("Иду");
    Message question = ana.sees(QUESTION);
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    town.settles();
    assertThat(ana.chat.presses(question.id(), "#0001 · Nana").answer()).isEqualTo("Эта просьба уже закрыта или не у вас.");
    Message again = ana.seesMessage("the question once more", message -> message.id() > question.id()
        && message.text().contains(QUESTION));
    assertThat(again.buttons().stream().map(row -> row.getFirst().text())).isEqualTo(List.of("#0002 · Vera", "Никому"));
    ana.presses("#0002 · Vera");
    vera.sees("Ana (помогает вам):\nИду");
  }

  /// The form isn't left by it.
  @Test
  void in_the_middle_of_an_own_form_a_reply_goes_to_the_person_and_the_form_goes_on() {
    nana.writes("Где вы?");
    Message words = ana.sees("Где вы?");
    ana.presses("Мне нужна помощь");
    ana.sees("Что случилось?");
    ana.chat.replies(words.id(), "Через пять минут");
    nana.sees("Ana (помогает вам):\nЧерез пять минут");
    ana.writes("Спустило колесо");
    ana.sees("Где вы?");
    assertThat(nana.texts()).noneMatch(text -> text.contains("колесо"));
    assertThat(vera.texts()).noneMatch(text -> text.contains("колесо"));
  }

  /// An answer to a coordinator isn't for everybody who is asked to help.
  @Test
  void an_answer_to_a_coordinator_is_not_added_to_the_request() {
    Client lia = resident("Lia");
    asks(lia, "Упало дерево");
    Message copy = ana.sees("Упало дерево");
    town.await("the card", () -> town.coordinators.topics().stream()
        .anyMatch(topic -> topic.name().startsWith("#0003")));
    town.coordinator("Nino").in(town.coordinators).topic("#0003 | Тбилиси").writes("Ваш телефон?");
    Message question = lia.sees("Ваш телефон?");
    lia.chat.replies(question.id(), "555 00 11 22");
    lia.sees("Передали координаторам.");
    town.settles();
    assertThat(town.coordinators.history()).anyMatch(message -> message.text().contains("555 00 11 22"));
    assertThat(now(ana, copy)).doesNotContain("555");
    assertThat(town.count("select count(*) from emergency_request where workspace_id = %s and description like '%%555%%'"))
        .isZero();
  }

  /// Both may still have something to say to each other.
  @Test
  void whoever_was_helped_a_moment_ago_may_be_meant_too() {
    ana.presses("Выполнена");
    vera.sees("Это так?");
    ana.writes("Забыла у вас перчатки");
    ana.sees(QUESTION);
    ana.presses("#0002 · Vera");
    vera.sees("Забыла у вас перчатки");
    assertThat(nana.texts()).noneMatch(text -> text.contains("перчатки"));
    town.settles();
    town.stage.time.advance(Duration.ofHours(1).plusSeconds(1));
    ana.writes("Еду");
    nana.sees("Ana (помогает вам):\nЕду");
  }

  @Test
  void whom_a_coordinator_has_just_asked_says_whether_they_answer_them() {
    town.coordinator("Nino").in(town.coordinators).topic("#0001 | Тбилиси").writes("Скорую вызвали?");
    nana.sees("Скорую вызвали?");
    nana.writes("Да, едут");
    nana.sees(QUESTION);
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("Да, едут"));
    nana.presses("Координаторам");
    nana.sees("Передали координаторам");
    town.await("coordinators to read it", () -> town.coordinators.history().stream()
        .anyMatch(message -> message.text().contains("Да, едут")));
    assertThat(ana.texts()).noneMatch(text -> text.contains("Да, едут"));
    nana.writes("Жду");
    ana.sees("Жду");
    town.coordinator("Nino").in(town.coordinators).topic("#0001 | Тбилиси").writes("Где вы?");
    nana.sees("Где вы?");
    nana.sends(Media.location(41.71119, 44.78118));
    ana.seesMessage("the place", message -> message.content().toString().contains("41.71119"));
  }

  /// A question that nobody answered swallows nothing.
  @Test
  void quiet_hours_that_were_asked_about_long_ago_take_nothing_for_an_answer() {
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    ana.writes("/start");
    ana.presses("Тихие часы");
    ana.sees("Когда вас не беспокоить?");
    ana.writes("Выхожу из дома");
    vera.sees("Ana (помогает вам):\nВыхожу из дома");
    ana.writes("/start");
    ana.presses("Тихие часы");
    ana.sees("Когда вас не беспокоить?");
    town.settles();
    town.stage.time.advance(Duration.ofMinutes(16));
    ana.writes("Буду через 15-20 минут");
    vera.sees("Буду через 15-20 минут");
    assertThat(town.count("select count(*) from volunteer where workspace_id = %s and quiet_from is not null")).isZero();
  }

  /// They may have nothing more to say to each other, or need help themselves.
  @Test
  void what_is_said_after_the_last_request_is_done_becomes_nobodys_story() {
    ana.presses("Выполнена");
    vera.sees("Это так?");
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    ana.writes("Код 9520 не забудьте сменить");
    Message question = ana.sees(QUESTION);
    assertThat(question.button("Мне нужна помощь")).isPresent();
    ana.presses("#0002 · Vera");
    vera.sees("Код 9520 не забудьте сменить");
    ana.writes("Сломала ногу у вас на лестнице");
    ana.sees(QUESTION);
    ana.presses("Мне нужна помощь");
    ana.sees("Где вы?");
    ana.writes("Руставели 24");
    assertThat(ana.sees("Проверьте, пожалуйста").text()).contains("Сломала ногу у вас на лестнице").doesNotContain("9520");
  }
}
