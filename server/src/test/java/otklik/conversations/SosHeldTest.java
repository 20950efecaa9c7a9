package otklik.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;

/// What could lead anybody to somebody who asks for help is for the one who takes the request: files with the place in
/// them, an address or a phone number among the words.
class SosHeldTest extends Coordination {
  private static final byte[] TAGGED = "JPEG with GPS".getBytes(UTF_8);

  private static Media original(String name) {
    return Media.document(name, "image/jpeg", TAGGED);
  }

  private static boolean isFile(Message message) {
    return message.type().equals("document") || message.type().equals("video");
  }

  @Test
  void a_picture_sent_as_a_file_is_seen_by_nobody_before_somebody_takes_the_request() {
    Client ana = volunteer("Ana");
    prepares("Упало дерево");
    nana.sends(Media.photo());
    nana.sends(original("IMG_1.jpg"));
    nana.sends(Media.video());
    Message summary = nana.seesMessage("the summary", message -> message.text().contains("Файлов: 2"));
    assertThat(summary.text()).contains("Вложений: 1", "Чтобы видели все, пришлите как фото");
    nana.presses("Отправить");
    nana.sees("отправлена");
    Message copy = ana.sees("Нужна помощь");
    assertThat(copy.text()).contains("Ещё 2 файла увидит тот, кто возьмётся помочь");
    ana.presses("Вложения (1)");
    ana.seesMessage("the photo", message -> message.type().equals("photo"));
    presses("Nino", "Вложения (1)");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(SosHeldTest::isFile);
    assertThat(shown()).noneMatch(SosHeldTest::isFile);
    cardShows("Файлов только для помощника: 2");

    ana.presses("Взять в работу");
    ana.seesMessage("the file", message -> message.type().equals("document"));
    ana.seesMessage("the video", message -> message.type().equals("video"));
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("удаляем в чате помощника");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(SosHeldTest::isFile);
    assertThat(shown()).noneMatch(SosHeldTest::isFile);
  }

  @Test
  void a_file_that_is_added_later_is_held_too_and_the_person_knows() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    nana.sends(original("IMG_2.jpg"));
    nana.sees("Файл увидит только тот, кто возьмётся помочь");
    groupShows("Человек добавил файл. Его увидит только тот, кто возьмётся помочь");
    town.settles();
    assertThat(shown()).noneMatch(SosHeldTest::isFile);
    assertThat(ana.fromBot()).noneMatch(SosHeldTest::isFile);
    ana.presses("Взять в работу");
    ana.seesMessage("the file", message -> message.type().equals("document"));
  }

  @Test
  void a_file_in_answer_to_a_coordinator_stays_with_the_person() {
    asks("Упало дерево");
    town.settles();
    hands("Nino").writes("Пришлите снимок");
    int question = nana.sees("Пришлите снимок").id();
    nana.chat.replies(question, original("IMG_3.jpg"));
    nana.sees("Файл координаторам не передали");
    town.settles();
    assertThat(shown()).noneMatch(SosHeldTest::isFile);
  }

  @Test
  void the_summary_says_who_reads_the_story_and_that_an_address_seems_to_be_in_it() {
    Client ana = volunteer("Ana");
    prepares("я на Руставели 12, кв 5, код 34, тел. +995 555 00 11 22");
    assertThat(nana.texts().getLast()).contains("этот рассказ прочтут все, кого мы попросим о помощи",
        "Похоже, в рассказе есть адрес, код или телефон");
    nana.presses("Рассказать иначе");
    nana.sees("прежние слова стёрли");
    nana.writes("Заперло дверь, внутри ребёнок");
    Message summary = nana.sees("Заперло дверь");
    assertThat(summary.text()).doesNotContain("Похоже, в рассказе", "кв 5");
    nana.presses("Отправить");
    nana.sees("отправлена");
    assertThat(ana.sees("Нужна помощь").text()).contains("Заперло дверь").doesNotContain("Руставели");
    assertThat(town.count("select count(*) from message where workspace_id = %s and content like '%%Руставели 12%%'")).isZero();
  }

  @Test
  void an_address_that_is_added_later_waits_for_the_taker_unless_the_person_shows_it_to_all() {
    Client ana = volunteer("Ana");
    asks("Заперло дверь");
    ana.sees("Нужна помощь");
    nana.writes("Подъезд 3, код 45К89");
    nana.sees("Похоже, здесь адрес, код или телефон. Это увидит только тот, кто возьмётся помочь.");
    nana.writes("Позвоните маме: 555 00 11 22");
    nana.sees("Похоже, здесь");
    assertThat(nana.presses("Показать всем")).isEqualTo("Добавили к просьбе.");
    cardShows("Позвоните маме: 555 00 11 22");
    town.settles();
    assertThat(shown()).noneMatch(message -> message.text().contains("45К89"));
    assertThat(ana.texts()).noneMatch(text -> text.contains("45К89"));
    ana.presses("Взять в работу");
    ana.sees("Подъезд 3, код 45К89");
    town.settles();
    assertThat(shown()).noneMatch(message -> message.text().contains("45К89"));
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("45К89"));
  }

  /// Words are put right in the request at once; what would lead anybody to the person isn't.
  @Test
  void an_address_that_a_correction_brings_waits_for_the_taker_too() {
    Client ana = volunteer("Ana");
    prepares("Заперло дверь");
    int story = nana.chat.messages(message -> message.text().equals("Заперло дверь")).getLast().id();
    nana.presses("Отправить");
    nana.sees("отправлена");
    Message copy = ana.sees("Нужна помощь");
    nana.chat.edits(story, "Заперло дверь, кв 5, код 34");
    nana.sees("Похоже, здесь адрес, код или телефон. Это увидит только тот, кто возьмётся помочь.");
    town.settles();
    assertThat(ana.chat.message(copy.id()).orElseThrow().text()).contains("Заперло дверь").doesNotContain("код 34");
    assertThat(shown()).noneMatch(message -> message.text().contains("код 34"));
    ana.presses("Взять в работу");
    ana.sees("кв 5, код 34");
    nana.chat.edits(story, "Заперло дверь, кв 5, код 35");
    ana.sees("код 35");
    town.settles();
    assertThat(shown()).noneMatch(message -> message.text().contains("код 3"));
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("код 3"));
  }

  @Test
  void so_does_one_that_comes_as_the_caption_of_a_photo() {
    Client ana = volunteer("Ana");
    asks("Заперло дверь");
    ana.sees("Нужна помощь");
    int photo = nana.sends(Media.photo());
    nana.sees("Добавили к просьбе");
    town.settles();
    nana.chat.edits(photo, "кв 5, код 34");
    nana.sees("Похоже, здесь адрес");
    town.settles();
    assertThat(shown()).noneMatch(message -> message.text().contains("код 34"));
    ana.presses("Взять в работу");
    ana.sees("кв 5, код 34");
  }

  @Test
  void a_file_that_is_sent_to_whoever_helps_leaves_their_chat_when_it_is_over() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    nana.sends(original("IMG_4.jpg"));
    ana.seesMessage("the file", message -> message.type().equals("document"));
    nana.sends(Media.photo());
    ana.seesMessage("the photo", message -> message.type().equals("photo"));
    ana.presses("Выполнена");
    nana.sees("Это так?");
    nana.presses("Спасибо, помогли");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(SosHeldTest::isFile).anyMatch(message -> message.type().equals("photo"));
  }

  /// What was added stands in the coordinators' group as a message of its own.
  @Test
  void so_does_one_of_words_that_were_added() {
    Client ana = volunteer("Ana");
    asks("Заперло дверь");
    ana.sees("Нужна помощь");
    int added = nana.writes("Ребёнок внутри");
    nana.sees("Добавили к просьбе");
    groupShows("Ребёнок внутри");
    town.settles();
    nana.chat.edits(added, "Ребёнок внутри, кв 5, код 34");
    nana.sees("Похоже, здесь адрес");
    nana.chat.edits(added, "Ребёнок внутри, кв 5, код 35");
    town.settles();
    assertThat(shown()).noneMatch(message -> message.text().contains("кв 5"));
    ana.presses("Взять в работу");
    ana.sees("кв 5, код 35");
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("код 34"));
  }

  @Test
  void shown_to_all_it_takes_the_place_of_what_was_read_before() {
    Client ana = volunteer("Ana");
    asks("Заперло дверь");
    Message copy = ana.sees("Нужна помощь");
    int added = nana.writes("Ребёнок внутри");
    nana.sees("Добавили к просьбе");
    nana.chat.edits(added, "Ребёнок внутри, кв 5");
    nana.sees("Похоже, здесь адрес");
    assertThat(nana.presses("Показать всем")).isEqualTo("Добавили к просьбе.");
    groupShows("Ребёнок внутри, кв 5");
    town.settles();
    assertThat(ana.chat.message(copy.id()).orElseThrow().text()).contains("Заперло дверь\nРебёнок внутри, кв 5\n")
        .doesNotContain("Ребёнок внутри\n");
  }

  @Test
  void an_address_that_is_taken_out_again_leaves_one_story() {
    Client ana = volunteer("Ana");
    prepares("Заперло дверь");
    int story = nana.chat.messages(message -> message.text().equals("Заперло дверь")).getLast().id();
    nana.presses("Отправить");
    nana.sees("отправлена");
    Message copy = ana.sees("Нужна помощь");
    nana.chat.edits(story, "Заперло дверь, кв 5");
    nana.sees("Похоже, здесь адрес");
    nana.chat.edits(story, "Заперло дверь, ребёнок внутри");
    town.await("the copy to say it", () -> ana.chat.message(copy.id()).orElseThrow().text()
        .contains("Заперло дверь, ребёнок внутри"));
    assertThat(ana.chat.message(copy.id()).orElseThrow().text()).doesNotContain("кв 5", "Заперло дверь\n");
  }

  /// «Помощник этого не видит.»
  @Test
  void what_is_answered_to_a_coordinator_is_not_for_the_taker() {
    Client ana = volunteer("Ana");
    asks("Да, упало дерево");
    ana.sees("Нужна помощь");
    town.settles();
    hands("Nino").writes("Как с вами связаться?");
    int question = nana.sees("Как с вами связаться?").id();
    int answer = nana.chat.replies(question, "Да");
    groupShows("Да");
    nana.chat.edits(answer, "Да, 555 00 11 22, никому не давайте");
    groupShows("555 00 11 22");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("555 00 11 22"));
    cardShows("Да, упало дерево");
  }

  @Test
  void thanks_that_are_a_video_stay() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    ana.presses("Выполнена");
    nana.sees("Это так?");
    nana.presses("Спасибо, помогли");
    nana.sees("пару слов");
    nana.sends(Media.video());
    nana.sees("Передали. Берегите себя.");
    town.settles();
    assertThat(ana.fromBot()).anyMatch(message -> message.type().equals("video"));
  }

  @Test
  void of_an_album_what_is_held_stays_behind() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    town.settles();
    nana.chat.album(Media.photo("кв 5, код 34"), Media.photo(), Media.video());
    nana.sees("Похоже, здесь адрес");
    groupShows("Человек добавил файл. Его увидит только тот, кто возьмётся помочь");
    town.settles();
    pass(Duration.ofSeconds(3));
    town.settles();
    assertThat(shown()).noneMatch(message -> message.text().contains("код 34")).noneMatch(SosHeldTest::isFile)
        .anyMatch(message -> message.type().equals("photo"));
    ana.presses("Взять в работу");
    ana.seesMessage("the video", message -> message.type().equals("video"));
    town.settles();
    assertThat(ana.fromBot()).anyMatch(message -> message.text().contains("код 34"));
  }

  /// «15 этаж» isn't «5 этаж».
  @Test
  void words_that_only_sound_like_what_was_said_are_held_too() {
    Client ana = volunteer("Ana");
    prepares("Пожар, 15 этаж");
    nana.presses("Отправить");
    nana.sees("отправлена");
    ana.sees("Нужна помощь");
    nana.writes("5 этаж");
    nana.sees("Похоже, здесь адрес");
    ana.presses("Взять в работу");
    ana.seesMessage("the floor", message -> message.text().equals("#0001 · Nana:\n5 этаж"));
  }

  @Test
  void a_point_in_words_for_a_coordinator_is_the_place_and_no_words() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    town.settles();
    hands("Nino").writes("Где вы точно?");
    nana.chat.replies(nana.sees("Где вы точно?").id(), "41.7262, 44.8271");
    nana.sees("Новое место записали");
    town.settles();
    assertThat(shown()).noneMatch(message -> message.text().contains("41.7262"));
    ana.presses("Взять в работу");
    Message point = ana.seesMessage("the point", message -> message.type().equals("location"));
    assertThat(point.content().path("location").path("latitude").asDouble()).isEqualTo(41.7262);
  }

  @Test
  void what_a_helper_says_of_the_door_is_not_for_everybody() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    asks("Заперло дверь");
    beso.sees("Нужна помощь");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    ana.writes("Код 45 не подходит, кв. 12 не открывает");
    ana.sees("снова ищет помощника");
    beso.sees("Помощник до вас оставил слова о месте");
    cardShows("Вернули со словами о месте");
    town.settles();
    assertThat(beso.texts()).noneMatch(text -> text.contains("Код 45"));
    assertThat(shown()).noneMatch(message -> message.text().contains("Код 45"));
    beso.presses("Взять в работу");
    beso.sees("Помощник до вас: «Код 45 не подходит, кв. 12 не открывает»");
  }

  @Test
  void the_address_is_told_once() {
    Client ana = volunteer("Ana");
    prepares("Заперло дверь");
    nana.presses("Указать место иначе");
    nana.sees("Где вы?");
    nana.writes("Чавчавадзе 14, кв. 12, код 45");
    nana.sees("Проверьте, пожалуйста");
    nana.presses("Отправить");
    nana.sees("отправлена");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    town.settles();
    assertThat(ana.texts()).filteredOn(text -> text.contains("код 45")).hasSize(1);
  }

  /// What coordinators asked isn't theirs to keep.
  @Test
  void an_answer_to_a_coordinator_that_becomes_a_place_is_not_theirs() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    town.settles();
    hands("Nino").writes("Где вы точно?");
    int question = nana.sees("Где вы точно?").id();
    int answer = nana.chat.replies(question, "Сейчас");
    groupShows("Сейчас");
    nana.chat.edits(answer, "41.7262, 44.8271");
    nana.sees("Новое место записали");
    town.settles();
    assertThat(shown()).noneMatch(message -> message.text().contains("41.7262"));
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.seesMessage("the point", message -> message.content().toString().contains("41.7262"));
  }
}
