package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;
import playground.Person;

/// «Coordinators see open requests, history and who helped.» Each open request is a card kept true in place.
class SosCoordinatorsTest extends Coordination {

  @Test
  void a_request_has_a_topic_with_a_card_that_is_pinned_and_kept_true() {
    asks("Упало дерево");
    cardShows("ищем помощь");
    assertThat(card().text()).contains("Тбилиси, в пределах 1 км · карта", "Открыта: ", "Закроется: ", "Упало дерево");
    assertThat(card().entities().toString()).contains("openstreetmap.org/#map=");
    assertThat(town.coordinators.topics()).anyMatch(topic -> topic.name().equals("#0001 | Тбилиси"));
    town.await("the card to be pinned", () -> card().pinned());
    int id = card().id();
    nana.writes("И провода на земле");
    nana.sees("Добавил");
    cardShows("И провода на земле");
    assertThat(card().id()).isEqualTo(id);
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    cardShows("отменена");
    town.await("the topic to be closed", () -> town.coordinators.topics().stream()
        .anyMatch(topic -> topic.name().startsWith("#0001") && topic.closed()));
  }

  @Test
  void neither_the_exact_place_nor_the_contact_are_ever_in_the_group() {
    asks("Упало дерево");
    nana.writes("Ещё слова");
    groupShows("Ещё слова");
    nana.sends(Media.location(41.71777, 44.78777));
    nana.sees("Новое место записал");
    town.settles();
    nothingSecretInTheGroup();
    String topic = "#0001 | Тбилиси";
    town.coordinator("Nino").in(town.coordinators).topic(topic).deletesTopic();
    nana.writes("И ещё");
    town.await("another topic", () -> town.coordinators.topics().stream()
        .filter(each -> each.name().equals(topic) && !each.deleted()).count() == 1);
    cardShows("И ещё");
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    cardShows("отменена");
    town.settles();
    nothingSecretInTheGroup();
  }

  private void nothingSecretInTheGroup() {
    assertThat(town.coordinators.history()).allSatisfy(message -> assertThat(message.content().toString())
        .doesNotContain("41.712", "44.783", "41.717", "44.787", "nana_secret"));
    assertThat(town.coordinators.history()).noneMatch(message -> message.type().equals("location"));
  }

  @Test
  void words_go_both_ways_and_a_note_stays() {
    asks("Упало дерево");
    int asked = hands("Nino").writes("Есть ли раненые?");
    nana.sees("Есть ли раненые?\n\n— координатор");
    hands("Nino").writes("// позвоню в 112");
    nana.writes("Нет, все целы");
    groupShows("Нет, все целы");
    hands("Nino").edits(asked, "Есть ли раненые рядом?");
    town.await("the correction", () -> nana.texts().stream().anyMatch(text -> text.contains("раненые рядом?")));
    assertThat(nana.texts()).noneMatch(text -> text.contains("позвоню"));
  }

  @Test
  void a_reply_to_words_that_are_shown_a_moment_before_the_bot_knows_them_keeps_its_thread() {
    asks("Упало дерево");
    town.settles();
    town.stage.playground.latency(Duration.ofSeconds(1));
    int words;
    int answer;
    Message answerHere;
    try {
      words = nana.writes("Сидим на крыше");
      town.await("the words", () -> words("Сидим на крыше").size() == 1);
      answer = hands("Nino").replies(words("Сидим на крыше").getFirst().id(), "Держитесь");
      answerHere = nana.sees("Держитесь");
      nana.chat.replies(answerHere.id(), "Держимся");
    } finally {
      town.stage.playground.latency(Duration.ZERO);
    }
    assertThat(answerHere.replyTo()).isEqualTo(words);
    groupShows("Держимся");
    assertThat(words("Держимся").getFirst().replyTo()).isEqualTo(answer);
  }

  @Test
  void strangers_are_not_heard_and_are_told_so_when_they_press() {
    asks("Упало дерево");
    Person mallory = person("Mallory").person;
    town.coordinators.add(mallory);
    assertThat(mallory.in(town.coordinators).topic(card().threadId()).presses(card().id(), "Закрыть").answer())
        .isEqualTo("Это могут только координаторы.");
    mallory.in(town.coordinators).topic(card().threadId()).writes("Я приеду");
    mallory.in(town.coordinators).writes("/open");
    town.settles();
    assertThat(nana.texts()).noneMatch(text -> text.contains("Я приеду"));
    assertThat(shown()).noneMatch(message -> message.text().contains("Команды"));
    for (String forged : new String[] {"close:999", "block:x/surely", "nonsense", "readmit:", "files:1", "unbind:7"}) {
      assertThat(hands("Nino").pressesStale(card().id(), forged).answer()).as(forged).isNotBlank();
    }
    cardShows("ищем помощь");
  }

  @Test
  void closing_is_asked_for_twice_and_the_second_coordinator_is_told() {
    asks("Упало дерево");
    assertThat(presses("Nino", "Закрыть")).contains("Точно?");
    assertThat(presses("Nino", "Нет")).contains("ничего не меняем");
    assertThat(presses("Nino", "Закрыть")).contains("Точно?");
    assertThat(presses("Levan", "Да, закрыть")).isEqualTo("Готово.");
    nana.sees("Координатор закрыл вашу просьбу #0001");
    cardShows("закрыта координатором");
    assertThat(card().buttons()).isEmpty();
    String close = "close:" + town.value("select id from ticket where workspace_id = %s");
    assertThat(hands("Nino").pressesStale(card().id(), close + "/surely").answer()).isEqualTo("Просьба уже закрыта.");
    assertThat(hands("Nino").pressesStale(card().id(), close).answer()).isEqualTo("Просьба уже закрыта.");
  }

  @Test
  void a_reaction_to_words_that_are_shown_a_moment_before_the_bot_knows_them_reaches_the_person() {
    asks("Упало дерево");
    town.settles();
    town.stage.playground.latency(Duration.ofSeconds(1));
    int words;
    try {
      words = nana.writes("Сидим на крыше");
      town.await("the words", () -> words("Сидим на крыше").size() == 1);
      hands("Nino").reacts(words("Сидим на крыше").getFirst().id(), "👍");
    } finally {
      town.stage.playground.latency(Duration.ZERO);
    }
    town.await("the thumb", () -> nana.chat.message(words).orElseThrow().reactions().contains("👍"));
  }

  @Test
  void who_helps_is_told_when_a_coordinator_closes_the_request() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    cardShows("взял(а) @ana");
    presses("Nino", "Закрыть");
    presses("Nino", "Да, закрыть");
    ana.sees("Координатор закрыл просьбу #0001. Спасибо, что откликнулись.");
    nana.sees("Координатор закрыл вашу просьбу #0001");
  }

  @Test
  void files_are_brought_when_they_are_asked_for_and_a_reaction_reaches_the_person() {
    asks("Упало дерево");
    nana.sends(Media.voice());
    nana.sees("Добавил");
    int photo = nana.sends(Media.photo("Вот оно"));
    cardShows("ищем помощь");
    town.restart();
    assertThat(presses("Nino", "Вложения (2)")).isEqualTo("Вложения — ниже.");
    town.await("both files twice: as they came, and as they were asked for", () -> files("voice").size() == 2
        && files("photo").size() == 2);
    assertThat(files("photo").getLast().replyTo()).isEqualTo(card().id());
    hands("Nino").reacts(files("photo").getFirst().id(), "👍");
    town.await("the reaction", () -> nana.chat.message(photo).orElseThrow().reactions().contains("👍"));
  }

  private List<Message> files(String type) {
    return shown().stream().filter(message -> message.type().equals(type)).toList();
  }

  private List<Message> words(String text) {
    return shown().stream().filter(message -> message.text().equals(text)).toList();
  }

  @Test
  void an_abusive_person_is_blocked_told_once_and_heard_again_when_unblocked() {
    asks("Упало дерево");
    presses("Nino", "Заблокировать");
    assertThat(presses("Nino", "Да, заблокировать")).isEqualTo("Готово.");
    nana.sees("Координаторы закрыли вам доступ");
    cardShows("человек заблокирован");
    nana.starts("");
    nana.writes("Пустите");
    nana.seesNothingNew();
    general("Nino").writes("/unblock 1");
    groupShows("Снова слышим: автор просьбы #0001");
    nana.starts("");
    nana.sees("Вы участник чата");
    general("Nino").writes("/block 1");
    groupShows("Больше не слышим: автор просьбы #0001");
    general("Nino").writes("/block id5102");
    groupShows("Координатора заблокировать нельзя");
  }

  @Test
  void commands_tell_what_is_open_what_happened_and_which_chats_there_are() {
    asks("Упало дерево");
    general("Nino").writes("/open");
    groupShows("#0001 · Тбилиси · ищем помощь");
    assertThat(presses("Nino", "Продлить")).isEqualTo("Готово.");
    nana.sees("Координатор продлил");
    general("Nino").writes("/history 1");
    groupShows("продлена: @nino");
    general("Nino").writes("/history 77");
    groupShows("Такой просьбы нет.");
    general("Nino").writes("/who");
    groupShows("Пока никто");
    general("Nino").writes("/chats тбилиси");
    groupShows(town.tbilisi.title() + "» — Тбилиси");
    general("Nino").writes("/help");
    groupShows("Как здесь работать");
    general("Nino").writes("/nonsense");
    groupShows("Команды /nonsense нет");
    Message chat = shown().stream().filter(message -> message.text().contains("» — Тбилиси")).findFirst().orElseThrow();
    assertThat(chat.button("Отвязать")).isPresent();
  }

  @Test
  void who_helped_how_often_is_told_once_the_person_has_thanked() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    ana.presses("Выполнена");
    cardShows("@ana: сделано, ждём слова человека");
    nana.presses("Спасибо, помогли");
    cardShows("помог(ла) @ana");
    general("Nino").writes("/who");
    groupShows("@ana — 1 раз (id" + ana.person.id() + ")");
    hands("Nino").writes("/history");
    groupShows("сделано: @ana");
    general("Nino").writes("/history@" + town.bot.username() + " #0001");
    groupShows("закрыта: автор просьбы");
    general("Nino").writes("/open@some_other_bot");
    general("Nino").writes("/open");
    groupShows("Открытых просьб нет.");
    town.settles();
    assertThat(shown().stream().filter(message -> message.text().equals("Открытых просьб нет."))).hasSize(1);
  }

  @Test
  void check_ins_stand_on_the_card() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    for (String said : new String[] {"В пути", "На месте", "Всё в порядке"}) {
      ana.presses(said);
      cardShows("Помощник: " + said.toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void a_note_is_for_coordinators_and_no_command() {
    asks("Упало дерево");
    town.settles();
    hands("Nino").writes("// заметка");
    hands("Nino").writes("//без пробела");
    hands("Nino").writes("Держитесь");
    nana.sees("Держитесь");
    town.settles();
    assertThat(shown()).noneMatch(message -> message.text().contains("Команды"));
    assertThat(nana.texts()).noneMatch(text -> text.contains("заметка") || text.contains("пробела"));
    assertThat(town.count("select count(*) from message where workspace_id = %s and direction = 'note'")).isEqualTo(2);
  }

  /// A comment that is sent along with a forward is a message of its own.
  @Test
  void what_is_forwarded_with_a_note_stays_with_it() {
    asks("Упало дерево");
    town.settles();
    hands("Nino").writes("// это не для человека");
    hands("Nino").forwards(playground.Origin.person(888, "Коллега"), "Она уже звонила вчера");
    groupShows("Пересланное сразу после заметки остаётся здесь вместе с ней.");
    town.settles();
    assertThat(nana.texts()).noneMatch(text -> text.contains("вчера"));
    pass(Duration.ofSeconds(3));
    hands("Nino").forwards(playground.Origin.person(888, "Коллега"), "Помощь едет");
    nana.sees("Помощь едет");
  }

  @Test
  void an_answer_to_a_coordinator_whose_topic_is_gone_stands_in_the_next_one() {
    asks("Упало дерево");
    town.settles();
    hands("Nino").writes("Ваш этаж?");
    int question = nana.sees("Ваш этаж?").id();
    String topic = "#0001 | Тбилиси";
    town.coordinator("Nino").in(town.coordinators).topic(topic).deletesTopic();
    nana.chat.replies(question, "Мы на третьем");
    nana.sees("Передали координаторам.");
    town.await("the answer in another topic", () -> town.coordinators.topics().stream()
        .filter(each -> each.name().equals(topic) && !each.deleted())
        .anyMatch(each -> town.coordinators.messages(each.id()).stream()
            .anyMatch(message -> message.text().contains("Мы на третьем"))));
  }

  @Test
  void a_note_that_becomes_words_is_sent_to_nobody_and_says_so() {
    asks("Упало дерево");
    town.settles();
    int note = hands("Nino").writes(" ／／ заметка");
    town.settles();
    hands("Nino").edits(note, "Уже едем");
    groupShows("Это осталось заметкой: человеку правка не ушла.");
    assertThat(nana.texts()).noneMatch(text -> text.contains("едем") || text.contains("заметка"));
  }

  @Test
  void whoever_asks_is_not_blocked_by_one_word() {
    asks("Упало дерево");
    town.settles();
    hands("Nino").writes("/block");
    groupShows("можно кнопкой под карточкой или командой /block #0001");
    assertThat(town.count("select count(*) from blocked_person where workspace_id = %s")).isZero();
    hands("Nino").writes("/block #0001");
    nana.sees("Координаторы закрыли вам доступ");
  }

  @Test
  void a_contact_in_answer_to_a_coordinator_is_the_helpers() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    town.settles();
    hands("Nino").writes("Как с вами связаться?");
    int question = nana.sees("Как с вами связаться?").id();
    nana.chat.replies(question, Media.contact("+995555001122", "Мама"));
    nana.sees("Добавили");
    town.settles();
    assertThat(shown()).noneMatch(message -> message.type().equals("contact"));
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.seesMessage("the contact", message -> message.type().equals("contact"));
  }
}
