package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;
import playground.Message;
import tools.jackson.databind.json.JsonMapper;

/// What is changed on one side changes on the other.
class MirrorTest extends Faulty {
  private Client olena;
  private Room room;

  private void ticket() {
    olena = ticketOf("Olena");
    room = roomOf(olena);
    desk.settles();
  }

  private Message there(int copy) {
    return room.messages().stream().filter(message -> message.id() == copy).findFirst().orElseThrow();
  }

  private Message here(int id) {
    return olena.chat.message(id).orElseThrow();
  }

  @Test
  void a_persons_edit_changes_the_copy_in_the_topic() {
    ticket();
    int written = olena.writes("Не открываеться");
    int copy = room.shows("Не открываеться").id();
    desk.restart();
    olena.chat.edits(written, "Не открывается");
    desk.await("the copy to change", () -> there(copy).text().equals("Не открывается"));
    desk.settles();
    assertThat(room.texts()).containsExactly("Не открывается");
    assertThat(desk.value("select text from messages where workspace_id = %s and tg_message_id = '" + written + "'"))
        .isEqualTo("Не открывается");
    assertThat(desk.value("select first_text from message where workspace_id = %s and external_id = '" + written + "'"))
        .isEqualTo("Не открываеться");
    assertThat(desk.count("select count(*) from timeline where workspace_id = %s and event = 'edited'")).isEqualTo(1);
  }

  @Test
  void an_operators_edit_changes_the_copy_in_the_persons_chat_with_its_formatting() {
    ticket();
    int written = room.operator("Marek").hands().writes("Нажмите Готово",
        JsonMapper.shared().readTree("[{\"type\": \"bold\", \"offset\": 8, \"length\": 6}]"));
    int copy = olena.sees("Нажмите Готово").id();
    desk.settles();
    room.operator("Marek").hands().edits(written, "Нажмите Отмена");
    desk.await("the copy to change", () -> here(copy).text().equals("Нажмите Отмена"));
    assertThat(here(copy).entities()).isEmpty();
  }

  @Test
  void a_caption_is_edited_under_its_file() {
    ticket();
    int written = olena.sends(Media.photo("кто это"));
    int copy = room.shows("кто это").id();
    olena.chat.edits(written, "что это");
    desk.await("the caption to change", () -> there(copy).text().equals("что это"));
    assertThat(there(copy).type()).isEqualTo("photo");
    desk.settles();
    assertThat(room.texts()).hasSize(1);
  }

  @Test
  void an_items_caption_is_edited_in_its_album() {
    ticket();
    var items = room.operator("Marek").album(Media.photo("первое"), Media.photo("второе"));
    int copy = olena.sees("второе").id();
    desk.settles();
    room.operator("Marek").hands().edits(items.get(1), "второе фото");
    desk.await("the caption to change", () -> here(copy).text().equals("второе фото"));
  }

  @Test
  void an_edit_of_words_that_share_a_copy_changes_the_whole_of_it() {
    ticket();
    int first = olena.writes("раз");
    int copy = room.shows("раз").id();
    int second = olena.writes("два");
    room.shows("два");
    desk.settles();
    sql("update message set copy_id = '" + copy + "' where workspace_id = " + here() + " and external_id = '" + second
        + "'");
    olena.chat.edits(first, "раз!");
    desk.await("both", () -> there(copy).text().equals("раз!\nдва"));
    olena.chat.edits(second, "два!");
    desk.await("both", () -> there(copy).text().equals("раз!\nдва!"));
  }

  @Test
  void replies_and_edits_of_what_stood_in_a_lost_topic_go_on_in_the_next_one() {
    ticket();
    int words = olena.writes("до беды");
    room.shows("до беды");
    room.operator("Marek").writes("ответ до беды");
    int answer = olena.sees("ответ до беды").id();
    desk.settles();
    room.operator("Marek").hands().deletesTopic();
    olena.chat.replies(words, "после беды");
    desk.await("another topic", () -> topicsOf(olena).findFirst().isPresent());
    Room next = roomOf(olena);
    next.shows("после беды");
    desk.settles();
    olena.chat.replies(answer, "и ещё");
    next.shows("и ещё");
    olena.chat.edits(words, "до беды, исправленное");
    next.shows("Исправлено: до беды, исправленное");
  }

  @Test
  void only_operators_edits_count_and_notes_stay_notes() {
    ticket();
    int outsider = room.operator("Boris").writes("Слово чужого");
    int note = room.operator("Marek").writes("//заметка");
    int command = room.operator("Marek").writes("/note ещё");
    int answer = room.operator("Marek").writes("Ответ");
    int copy = olena.sees("Ответ").id();
    desk.settles();
    room.operator("Boris").hands().edits(outsider, "Другое слово чужого");
    room.operator("Marek").hands().edits(note, "заметка без черты");
    room.operator("Marek").hands().edits(command, "и это уже не команда");
    for (int internal : new int[] {note, command}) {
      assertThat(room.shows("Эта правка клиенту не ушла: сообщение ничего не отправляло").replyTo()).isEqualTo(internal);
    }
    room.operator("Marek").hands().edits(answer, "//а это теперь между нами");
    assertThat(room.shows("Эта правка клиенту не ушла: он видит прежний текст").replyTo()).isEqualTo(answer);
    olena.seesNothingNew();
    assertThat(here(copy).text()).isEqualTo("Ответ");
  }

  @Test
  void an_edit_of_the_description_changes_the_card() {
    Client timur = person("Timur").bound("ACME-1");
    timur.presses("Другое");
    timur.sees("Расскажите, что случилось");
    int description = timur.writes("Сламалось");
    timur.sees("Можно прикрепить");
    timur.chat.edits(description, "Сломалось");
    desk.settles();
    timur.presses("Пропустить");
    timur.sees("принято");
    Room topic = desk.topic("#0001");
    topic.cardShows("● Описание: Сломалось");
    desk.settles();

    timur.chat.edits(description, "Сломалось всё");
    topic.cardShows("● Описание: Сломалось всё");
    desk.settles();
    assertThat(topic.texts()).isEmpty();
    assertThat(topic.card().button("Взять в работу")).isPresent();

    String story = "очень длинная история ".repeat(150).strip();
    timur.chat.edits(description, story);
    topic.cardShows("…");
    desk.await("the whole story", () -> topic.texts().equals(List.of(story)));
  }

  @Test
  void an_edit_that_comes_before_its_copy_was_made_ends_in_the_right_words() {
    ticket();
    try (var silence = playground().fault(Fault.tooManyRequests(1).forMethods("sendMessage").times(1))) {
      int written = olena.writes("раз");
      olena.chat.edits(written, "два");
      olena.chat.edits(written, "три");
      olena.chat.edits(written, "четыре");
    }
    room.shows("четыре");
    desk.settles();
    assertThat(room.texts()).containsExactly("четыре");
  }

  @Test
  void words_whose_copy_is_gone_are_said_again_as_corrected() {
    ticket();
    int written = olena.writes("старые слова");
    int copy = room.shows("старые слова").id();
    desk.settles();
    room.operator("Marek").hands().deletes(copy);
    olena.chat.edits(written, "новые слова");
    room.shows("Исправлено: новые слова");
    desk.settles();

    olena.chat.edits(written, "самые новые слова");
    desk.await("the newest words", () -> room.texts().equals(List.of("Исправлено: самые новые слова")));
  }

  @Test
  void a_file_put_in_place_of_another_comes_as_a_reply_to_the_first() {
    ticket();
    int written = olena.sends(Media.document("first.txt"));
    Message copy = room.showsMessage("the file", message -> message.type().equals("document"));
    desk.settles();
    playground().injectUpdate(desk.bot, """
        {"edited_message": {"message_id": %d, "date": 1, "edit_date": 2, "text": "передумал",
                     "chat": {"id": %d, "type": "private"},
                     "from": {"id": %d, "is_bot": false, "first_name": "Olena", "username": "olena"}}}
        """.formatted(written, olena.person.id(), olena.person.id()));
    assertThat(room.shows("Исправлено: передумал").replyTo()).isEqualTo(copy.id());

    desk.settles();
    room.operator("Marek").replies(copy.id(), "вижу");
    assertThat(olena.sees("вижу").replyTo()).isEqualTo(written);
  }

  @Test
  void who_shares_where_they_are_and_walks_on_does_not_fill_the_topic() {
    ticket();
    int written = olena.sends(Media.location(55.75, 37.61));
    room.showsMessage("the place", message -> message.type().equals("location"));
    desk.settles();
    for (int step = 1; step <= 3; step++) {
      playground().injectUpdate(desk.bot, """
          {"edited_message": {"message_id": %d, "date": 1, "edit_date": 2,
                       "location": {"latitude": 55.7%d, "longitude": 37.6, "live_period": 900},
                       "chat": {"id": %d, "type": "private"},
                       "from": {"id": %d, "is_bot": false, "first_name": "Olena", "username": "olena"}}}
          """.formatted(written, step, olena.person.id(), olena.person.id()));
    }
    desk.settles();
    assertThat(room.texts()).hasSize(1);
  }

  @Test
  void reactions_show_on_the_other_side_and_are_taken_back() {
    ticket();
    int answer = room.operator("Marek").writes("Готово");
    int copy = olena.sees("Готово").id();
    desk.await("the mark", () -> there(answer).reactions().contains("👌"));
    desk.settles();
    olena.chat.reacts(copy, "❤");
    desk.await("the person's heart", () -> there(answer).reactions().equals(List.of("❤")));
    olena.chat.reacts(copy);
    desk.await("the mark again", () -> there(answer).reactions().equals(List.of("👌")));

    int words = olena.writes("Спасибо");
    int copyThere = room.shows("Спасибо").id();
    desk.settles();
    room.operator("Marek").hands().reacts(copyThere, "👍");
    desk.await("a thumb", () -> here(words).reactions().equals(List.of("👍")));
    room.operator("Ina").hands().reacts(copyThere, "🔥");
    desk.await("a fire", () -> here(words).reactions().equals(List.of("🔥")));
    room.operator("Boris").hands().reacts(copyThere, "💩");
    room.operator("Ina").hands().reacts(copyThere);
    desk.await("the thumb again", () -> here(words).reactions().equals(List.of("👍")));
    room.operator("Marek").hands().reacts(copyThere);
    desk.await("nothing", () -> here(words).reactions().isEmpty());
  }

  @Test
  void a_reaction_to_a_copy_that_is_shown_a_moment_before_the_bot_knows_it_is_not_lost() {
    ticket();
    desk.settles();
    playground().latency(Duration.ofSeconds(1));
    int answer;
    int words;
    try {
      answer = room.operator("Marek").writes("Готово");
      olena.chat.reacts(olena.sees("Готово").id(), "❤");
      words = olena.writes("Спасибо");
      room.operator("Ina").hands().reacts(room.shows("Спасибо").id(), "👍");
    } finally {
      playground().latency(Duration.ZERO);
    }
    desk.await("the person's heart", () -> there(answer).reactions().equals(List.of("❤")));
    desk.await("a thumb", () -> here(words).reactions().equals(List.of("👍")));
  }

  @Test
  void a_reaction_that_the_messenger_does_not_take_from_bots_disturbs_nobody() {
    ticket();
    int words = olena.writes("Спасибо");
    int copy = room.shows("Спасибо").id();
    desk.settles();
    playground().injectUpdate(desk.bot, """
        {"message_reaction": {"chat": {"id": %d, "type": "supergroup"}, "message_id": %d, "date": 1,
          "user": {"id": 5001, "is_bot": false, "first_name": "Marek", "username": "marek"}, "old_reaction": [],
          "new_reaction": [{"type": "emoji", "emoji": "🧿"}]}}
        """.formatted(desk.group.id(), copy));
    playground().injectUpdate(desk.bot, """
        {"message_reaction": {"chat": {"id": %d, "type": "supergroup"}, "message_id": %d, "date": 1,
          "user": {"id": 5002, "is_bot": false, "first_name": "Ina", "username": "ina"}, "old_reaction": [],
          "new_reaction": [{"type": "paid"}]}}
        """.formatted(desk.group.id(), copy));
    olena.writes("Ещё");
    room.shows("Ещё");
    desk.settles();
    assertThat(here(words).reactions()).isEmpty();
    olena.seesNothingNew();
    assertThat(room.texts()).containsExactly("Спасибо", "Ещё");
  }
}
