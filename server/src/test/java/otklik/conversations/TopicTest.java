package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Button;
import playground.Media;
import playground.Message;
import playground.TopicView;
import tools.jackson.databind.json.JsonMapper;

class TopicTest extends Conversation {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Client ticketOf(String name) {
    return person(name).bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
  }

  @Test
  void a_ticket_makes_its_topic_with_a_pinned_card_and_its_buttons() {
    Client olena = ticketOf("Olena");

    Room room = desk.topic("#0001");
    assertThat(room.name()).isEqualTo("#0001 | Acme | Portal | Доступы и роли");
    Message card = room.card();
    assertThat(room.fromBot().getFirst().id()).isEqualTo(card.id());
    assertThat(card.text()).matches("""
        ● Ticket: #0001
        ● Клиент/проект: Acme / Portal
        ● Пользователь: @olena \\(id: %d\\)
        ● Категория: Доступы и роли
        ● Приоритет: normal
        ● Время: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d \\(Europe/Madrid\\)
        ● Описание: Нужен доступ
        ● Вложения: нет
        ● Статус: New
        ● Срок ответа: до .+ · решить до .+""".formatted(olena.person.id()));
    assertThat(card.buttons().stream().flatMap(List::stream).map(Button::text))
        .containsExactly("Взять в работу", "Закрыть", "Запросить детали");
  }

  @Test
  void a_person_without_a_username_is_shown_by_a_name_that_links_to_them() {
    Client timur = new Client(desk, desk.stage.playground.user(990_001, "Тимур <b>", null, null, "ru"));
    timur.bound("ACME-1").opensTicket("Другое", "*важно* <script>");

    Message card = desk.topic("#0001").card();
    assertThat(card.text()).contains("● Пользователь: Тимур <b> (id: 990001)", "● Описание: *важно* <script>");
    assertThat(card.entities().valueStream().filter(entity -> entity.path("type").asString().equals("text_mention"))
        .map(entity -> entity.path("user").path("id").asLong())).containsExactly(990_001L);
  }

  @Test
  void everything_that_the_person_writes_lands_in_the_topic_in_order() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");

    olena.chat.writes("жирный и ссылка", JSON.readTree("""
        [{"type": "bold", "offset": 0, "length": 6},
         {"type": "text_link", "offset": 9, "length": 6, "url": "https://example.org/"}]
        """));
    olena.sends(Media.photo("фото"));
    olena.sends(Media.video());
    olena.sends(Media.animation());
    olena.sends(Media.document("a.pdf"));
    olena.sends(Media.audio());
    olena.sends(Media.voice());
    olena.sends(Media.videoNote());
    olena.sends(Media.sticker("🙂"));
    olena.sends(Media.location(40.4, -3.7));
    olena.sends(Media.venue("Офис", "Гран-Виа, 1", 40.4, -3.7));
    olena.sends(Media.contact("+34600000000", "Пепе"));
    olena.sends(Media.poll("Что лучше?", "Чай", "Кофе"));
    olena.sends(Media.dice("🎲", 4));
    olena.writes("всё");

    room.shows("всё");
    List<Message> shown = room.fromBot().stream().filter(message -> !message.pinned()).toList();
    assertThat(shown.stream().map(Message::type)).containsExactly("text", "photo", "video", "animation", "document",
        "audio", "voice", "video_note", "sticker", "location", "venue", "contact", "text", "text", "text");
    assertThat(shown.getFirst().entities().valueStream().map(entity -> entity.path("type").asString()))
        .containsExactly("bold", "text_link");
    assertThat(shown.get(1).text()).isEqualTo("фото");
    assertThat(shown.get(12).text()).contains("Что лучше?", "Чай", "Кофе");
    assertThat(shown.get(13).text()).isEqualTo("🎲 4");
  }

  @Test
  void an_album_stays_an_album_both_ways() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");

    olena.chat.album(Media.photo("три"), Media.photo(), Media.photo());
    olena.writes("это альбом");
    room.shows("это альбом");
    List<Message> there = room.fromBot().stream().filter(message -> message.albumId() != null).toList();
    assertThat(there).hasSize(3);
    assertThat(there.stream().map(Message::albumId).distinct()).hasSize(1);

    room.operator("Marek").album(Media.document("1.pdf"), Media.document("2.pdf"));
    olena.seesMessage("the second document", message -> message.albumId() != null && message.type().equals("document"));
    desk.settles();
    assertThat(olena.fromBot().stream().filter(message -> message.albumId() != null)).hasSize(2);
  }

  @Test
  void an_album_as_the_last_thing_arrives_without_anything_after_it() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");

    olena.chat.album(Media.photo(), Media.video());
    room.showsMessage("the album", message -> message.albumId() != null);
    desk.settles();
    assertThat(room.fromBot().stream().filter(message -> message.albumId() != null)).hasSize(2);
  }

  @Test
  void what_an_operator_writes_reaches_the_person_without_a_name() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");

    room.operator("Marek").writes("Добрый день! Уже смотрим");
    Message answer = olena.sees("Добрый день! Уже смотрим");
    assertThat(answer.text()).isEqualTo("Добрый день! Уже смотрим");
    assertThat(answer.from()).isEqualTo(desk.bot.id());
    assertThat(answer.content().toString()).doesNotContain("Marek", "marek");
    room.operator("Ina").sends(Media.photo("вот так"));
    olena.seesMessage("the photo", message -> message.type().equals("photo") && message.text().equals("вот так"));
    room.operator("Ina").sends(Media.voice());
    olena.seesMessage("the voice", message -> message.type().equals("voice"));
  }

  @Test
  void every_kind_of_answer_reaches_the_person_in_order() {
    Client olena = ticketOf("Olena");
    Room.Operator marek = desk.topic("#0001").operator("Marek");

    marek.hands().writes("важное", JSON.readTree("[{\"type\": \"bold\", \"offset\": 0, \"length\": 6}]"));
    List<Media> all = List.of(Media.photo("фото"), Media.video(), Media.animation(), Media.document("a.pdf"),
        Media.audio(), Media.voice(), Media.videoNote(), Media.sticker("🙂"), Media.location(40.4, -3.7),
        Media.venue("Офис", "Гран-Виа, 1", 40.4, -3.7), Media.contact("+34600000000", "Пепе"),
        Media.poll("Что лучше?", "Чай", "Кофе"), Media.dice("🎯", 6));
    all.forEach(marek::sends);
    marek.writes("всё");

    olena.sees("важное");
    olena.sees("всё");
    List<Message> got = olena.fromBot();
    assertThat(got.subList(got.size() - 15, got.size()).stream().map(Message::type)).containsExactly("text", "photo",
        "video", "animation", "document", "audio", "voice", "video_note", "sticker", "location", "venue", "contact",
        "text", "text", "text");
    assertThat(got.get(got.size() - 15).entities().valueStream().map(entity -> entity.path("type").asString()))
        .containsExactly("bold");
  }

  @Test
  void nobody_but_the_operators_is_heard() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");

    room.operator("Boris").writes("Я тоже могу ответить");
    room.operator("Marek").hands().anonymously().writes("Я невидимка");
    room.operator("Marek").writes("//между нами");
    room.operator("Marek").writes("/note и это тоже");
    room.operator("Marek").writes("А это вам");
    olena.sees("А это вам");
    assertThat(olena.texts()).noneMatch(text -> text.contains("тоже") || text.contains("невидимка")
        || text.contains("между нами"));
  }

  @Test
  void what_operators_write_in_general_stays_there() {
    Client olena = ticketOf("Olena");
    desk.topic("#0001");

    desk.operator("Marek").in(desk.group).writes("Кто сегодня дежурит?");
    desk.settles();
    assertThat(olena.texts()).noneMatch(text -> text.contains("дежурит"));
  }

  @Test
  void replies_keep_their_threads_on_both_sides() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");

    int question = olena.writes("Когда будет готово?");
    Message questionThere = room.shows("Когда будет готово?");
    room.operator("Marek").replies(questionThere.id(), "Завтра");
    Message answer = olena.sees("Завтра");
    assertThat(answer.replyTo()).isEqualTo(question);

    desk.restart();
    olena.chat.replies(answer.id(), "Спасибо!");
    Message thanks = room.shows("Спасибо!");
    Message original = room.messages().stream().filter(message -> message.text().equals("Завтра")).findFirst()
        .orElseThrow();
    assertThat(thanks.replyTo()).isEqualTo(original.id());

    olena.writes("Просто слова");
    assertThat(room.shows("Просто слова").replyTo()).isIn(0, room.id);
  }

  @Test
  void a_reply_to_what_is_shown_a_moment_before_the_bot_knows_it_keeps_its_thread() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");
    room.card();
    desk.settles();
    desk.stage.playground.latency(Duration.ofSeconds(1));
    int question;
    int answer;
    Message answerHere;
    try {
      question = olena.writes("Когда будет готово?");
      answer = room.operator("Marek").replies(room.shows("Когда будет готово?").id(), "Завтра");
      answerHere = olena.sees("Завтра");
      olena.chat.replies(answerHere.id(), "Спасибо!");
    } finally {
      desk.stage.playground.latency(Duration.ZERO);
    }
    assertThat(answerHere.replyTo()).isEqualTo(question);
    assertThat(room.shows("Спасибо!").replyTo()).isEqualTo(answer);
  }

  @Test
  void a_reply_to_the_description_answers_the_card() {
    Client olena = person("Olena").bound("ACME-1");
    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    int description = olena.writes("Сломалось");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("принято");
    Room room = desk.topic("#0001");
    Message card = room.card();
    desk.settles();

    olena.chat.replies(description, "Уточню: всё");
    assertThat(room.shows("Уточню: всё").replyTo()).isEqualTo(card.id());
  }

  @Test
  void what_is_written_while_the_topic_is_being_made_follows_the_card_in_order() {
    Client olena = person("Olena").bound("ACME-1");
    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.writes("Начало");
    olena.sees("Можно прикрепить");
    olena.pressed("Готово");
    for (int i = 1; i <= 5; i++) {
      olena.writes("строка " + i);
    }

    Room room = desk.topic("#0001");
    room.shows("строка 5");
    List<String> shown = room.texts();
    String card = room.card().text();
    for (int i = 1; i <= 5; i++) {
      String line = "строка " + i;
      assertThat(card.contains(line) ? 1 : (int) shown.stream().filter(line::equals).count()).isEqualTo(1);
    }
    assertThat(shown).isSorted();
  }

  @Test
  void the_same_message_told_twice_under_two_update_ids_arrives_once() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");

    int message = olena.writes("раз");
    room.shows("раз");
    desk.stage.playground.injectUpdate(desk.bot, """
        {"message": {"message_id": %d, "date": 1, "text": "раз", "chat": {"id": %d, "type": "private"},
                     "from": {"id": %d, "is_bot": false, "first_name": "Olena", "username": "olena"}}}
        """.formatted(message, olena.person.id(), olena.person.id()));
    olena.writes("два");
    room.shows("два");
    desk.settles();
    assertThat(room.texts()).containsExactly("раз", "два");
    assertThat(desk.count("select count(*) from inbox where workspace_id = %s and state = 'aside'")).isZero();
  }

  @Test
  void two_people_never_meet() {
    Client olena = ticketOf("Olena");
    Client timur = ticketOf("Timur");
    Room first = desk.topic("#0001");
    Room second = desk.topic("#0002");

    olena.writes("секрет Олены");
    timur.writes("секрет Тимура");
    first.shows("секрет Олены");
    second.shows("секрет Тимура");
    first.operator("Marek").writes("ответ Олене");
    second.operator("Ina").writes("ответ Тимуру");
    olena.sees("ответ Олене");
    timur.sees("ответ Тимуру");

    assertThat(first.texts()).containsExactly("секрет Олены");
    assertThat(second.texts()).containsExactly("секрет Тимура");
    assertThat(olena.texts()).noneMatch(text -> text.contains("Тимур"));
    assertThat(timur.texts()).noneMatch(text -> text.contains("Олен"));
    assertThat(desk.topics().stream().map(TopicView::name)).hasSize(2);
  }

  @Test
  void a_long_description_is_cut_in_the_card_and_follows_in_full() {
    String story = "Очень длинная история. ".repeat(160).strip();
    Client olena = person("Olena").bound("ACME-1").opensTicket("Другое", story);

    Room room = desk.topic("#0001");
    assertThat(room.card().text()).contains("…\n● Вложения: нет\n● Статус: New").hasSizeLessThan(4096);
    assertThat(room.shows(story).text()).isEqualTo(story);
    olena.seesNothingNew();
  }

  @Test
  void a_caption_longer_than_a_bot_may_send_follows_its_file_as_text() {
    Client olena = ticketOf("Olena");
    String caption = "очень подробная подпись ".repeat(60).strip();

    olena.sends(Media.photo(caption));
    Room room = desk.topic("#0001");
    room.showsMessage("the photo", message -> message.type().equals("photo"));
    assertThat(room.shows("очень подробная подпись").text()).isEqualTo(caption);
  }
}
