package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import playground.Person;

/// What people do at a desk without thinking about it.
class SmallThingsTest extends Conversation {
  private Client olena;
  private Room room;

  private void ticket() {
    olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Не открывается");
    room = desk.topic("#0001");
    room.cardShows("@olena");
    desk.settles();
  }

  @Test
  void a_ready_answer_names_the_person_and_their_ticket() {
    ticket();
    room.operator("Marek").writes("/m number");
    olena.sees("Olena, обращение #0001 по Portal уже у нас.");
    room.shows("Olena, обращение #0001 по Portal уже у нас.");
  }

  @Test
  void a_client_closes_their_own_ticket() {
    ticket();
    olena.writes("/close");
    olena.sees("Закрыть обращение #0001?");
    olena.presses("Нет, ещё открыто");
    olena.sees("обращение открыто");
    olena.writes("Спасибо, всё решилось!");
    room.shows("Спасибо, всё решилось!");
    olena.sees("Закрыть обращение #0001?");
    olena.presses("Да, закрыть");
    room.shows("Клиент закрыл обращение сам.");
    room.cardShows("● Статус: Closed");
    olena.sees("Кажется, решили");
    assertThat(room.texts()).noneMatch(text -> text.contains("/close"));
    olena.writes("/close");
    olena.sees("Открытых обращений у вас нет");
  }

  @Test
  void whoever_keeps_open_what_is_closed_already_is_told_so() {
    ticket();
    olena.writes("/close");
    olena.sees("Закрыть обращение #0001?");
    room.operator("Marek").writes("/close");
    room.cardShows("● Статус: Closed");
    desk.settles();
    assertThat(olena.presses("Нет, ещё открыто")).isEqualTo("Кнопка устарела");
  }

  /// A key further up would answer a question that nobody asks any more.
  @Test
  void what_was_answered_in_words_has_no_keys_any_more() {
    Client stranger = person("Ina");
    stranger.chat.starts();
    stranger.sees("нужен код проекта");
    stranger.writes("нет кода");
    stranger.sees("Из какой вы компании");
    gone(stranger, "Ввести код");
    stranger.writes("Acme");
    stranger.sees("Как с вами связаться");
    stranger.writes("ina@example.org");
    stranger.sees("принято");
    gone(stranger, "Пропустить", "Отмена");
    olena = person("Olena").bound("ACME-1");
    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.writes("Не открывается");
    olena.sees("Можно прикрепить");
    olena.writes("/cancel");
    olena.sees("отменил");
    gone(olena, "Готово", "Отмена");
  }

  private void gone(Client client, String... keys) {
    for (String key : keys) {
      desk.await(key + " to be gone",
          () -> client.fromBot().stream().noneMatch(message -> message.button(key).isPresent()));
    }
  }

  @Test
  void what_only_sounds_like_it_is_no_wish_to_close() {
    ticket();
    olena.writes("Всё ещё не решилось");
    olena.writes("Когда заработает?");
    room.shows("Когда заработает?");
    desk.settles();
    assertThat(olena.texts()).noneMatch(text -> text.startsWith("Закрыть обращение"));
  }

  @Test
  void an_unknown_command_is_answered_and_bothers_nobody() {
    ticket();
    olena.writes("/status");
    olena.sees("Такой команды нет");
    olena.writes("/etc/hosts пуст");
    room.shows("/etc/hosts пуст");
    assertThat(room.texts()).doesNotContain("/status");
  }

  @Test
  void a_new_name_is_on_the_card_with_the_first_words_under_it() {
    ticket();
    Person renamed = desk.stage.playground.user(olena.person.id(), "Olena-Maria", null, "olena_maria", "ru");
    renamed.inPrivate(desk.bot).writes("Это всё ещё я");
    room.shows("Это всё ещё я");
    room.cardShows("@olena_maria");
  }

  @Test
  void an_operator_gives_a_ticket_back_without_naming_a_successor() {
    ticket();
    room.operator("Ina").writes("/take");
    room.cardShows("In progress (@ina)");
    room.operator("Ina").writes("/assign nobody");
    room.shows("Обращение снова ничьё");
    room.cardShows("● Статус: New");
    room.operator("Marek").writes("/assign nobody");
    room.shows("Обращение и так ничьё");
  }

  @Test
  void a_command_that_answers_takes_no_files_along() {
    ticket();
    room.operator("Marek").album(playground.Media.photo("/later 9:00 Вот отчёт"), playground.Media.photo());
    room.shows("Команда /later файлов не отправляет");
    room.operator("Marek").sends(playground.Media.photo("/m number"));
    room.shows("Команда /m файлов не отправляет");
    desk.settles();
    assertThat(olena.fromBot()).noneMatch(message -> message.type().equals("photo"));
    assertThat(olena.texts()).noneMatch(text -> text.contains("по Portal уже у нас"));
  }

  @Test
  void an_edit_that_sends_nothing_says_so() {
    ticket();
    int wrong = room.operator("Marek").writes("/later завтра Доброе утро");
    room.shows("Напишите время и текст");
    room.operator("Marek").hands().edits(wrong, "/later 9:00 Доброе утро");
    room.shows("Эта правка клиенту не ушла: сообщение ничего не отправляло.");
    int note = room.operator("Marek").writes("// уже едем");
    desk.settles();
    room.operator("Marek").hands().edits(note, "уже едем");
    room.shows("Эта правка клиенту не ушла: сообщение ничего не отправляло.");
    desk.settles();
    assertThat(olena.texts()).noneMatch(text -> text.contains("едем") || text.contains("Доброе утро"));
  }

  @Test
  void what_is_said_behind_a_command_is_said() {
    ticket();
    olena.writes("/help не могу войти в кабинет");
    room.shows("не могу войти в кабинет");
    Client timur = person("Timur");
    timur.writes("/start Здравствуйте, не открывается сайт");
    timur.sees("нужен код проекта");
    assertThat(timur.texts()).noneMatch(text -> text.contains("Такого кода"));
  }

  /// A button that somebody in trouble doesn't press keeps nobody from seeing them.
  @Test
  void whoever_presses_nothing_is_seen_all_the_same() {
    olena = person("Olena").bound("ACME-1");
    olena.writes("Всё упало");
    olena.sees("Выберите");
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(11));
    olena.sees("передал обращение как есть");
    olena.sees("принято");
    desk.topic("#0001").cardShows("● Описание: Всё упало");

    Client timur = person("Timur");
    timur.writes("Не открывается сайт");
    timur.sees("нужен код проекта");
    timur.presses("Нет кода");
    timur.sees("Из какой вы компании");
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(11));
    timur.sees("передал обращение как есть");
    desk.topic("UNKNOWN/TRIAGE").shows("Не открывается сайт");

    Client gia = person("Gia");
    gia.writes("Здравствуйте");
    gia.sees("нужен код проекта");
    gia.writes("У меня не работает сайт");
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(11));
    gia.sees("нужен код проекта");
    desk.settles();
    desk.stage.time.advance(Duration.ofHours(1));
    gia.seesNothingNew();
    gia.writes("Ау");
    gia.sees("нужен код проекта");
  }

  @Test
  void whoever_says_that_it_works_opens_nothing_again() {
    ticket();
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👍");
    olena.sees("Спасибо");
    desk.settles();
    for (String settled : new String[] {"спасибо, всё работает", "Всё заработало!", "Решено, можно закрывать"}) {
      olena.writes(settled);
      room.shows(settled);
    }
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(11));
    desk.settles();
    room.cardShows("● Статус: Closed");
    assertThat(olena.texts()).noneMatch(text -> text.contains("Вернуться к нему"));
  }

  @Test
  void a_note_is_one_however_its_slashes_are_typed_and_never_goes_later() {
    ticket();
    room.operator("Marek").writes("／／ широкие черты");
    room.operator("Marek").writes("/later 30m // заметка позже");
    room.shows("Напишите время и текст");
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(31));
    desk.settles();
    assertThat(olena.texts()).noneMatch(text -> text.contains("черты") || text.contains("заметка"));
  }

  @Test
  void whoever_asks_for_something_else_to_be_closed_is_asked() {
    ticket();
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👍");
    olena.sees("Спасибо");
    desk.settles();
    olena.writes("Закройте доступ уволенному Иванову");
    olena.sees("Вернуться к нему или открыть новое?");
  }
}
