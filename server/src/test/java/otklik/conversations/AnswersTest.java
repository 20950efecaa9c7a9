package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;
import playground.Message;
import playground.Press;
import tools.jackson.databind.json.JsonMapper;

/// What becomes of answers on their way, and of what is large.
class AnswersTest extends Faulty {
  private Client olena;
  private Room room;

  private void ticket() {
    olena = ticketOf("Olena");
    room = roomOf(olena);
    desk.settles();
  }

  private Message there(int id) {
    return room.messages().stream().filter(message -> message.id() == id).findFirst().orElseThrow();
  }

  private void marked(int answer, String emoji) {
    desk.await("the mark " + emoji, () -> there(answer).reactions().equals(List.of(emoji)));
  }

  @Test
  void a_delivered_answer_is_marked_on_the_albums_first_message_too() {
    ticket();
    int answer = room.operator("Marek").writes("Уже смотрим");
    marked(answer, "👌");
    List<Integer> album = room.operator("Marek").album(Media.photo("схема"), Media.photo());
    marked(album.getFirst(), "👌");
    assertThat(there(album.getLast()).reactions()).isEmpty();
  }

  @Test
  void an_answer_that_fails_is_marked_explained_and_sent_again_once_a_press() {
    ticket();
    olena.chat.blocks();
    room.shows("Клиент заблокировал бота");
    room.cardShows("● Клиент заблокировал бота: ответы не доходят");
    int answer = room.operator("Marek").writes("Попробуйте сейчас");
    Message line = room.shows("Не доставлено: клиент заблокировал бота или удалил аккаунт");
    assertThat(line.replyTo()).isEqualTo(answer);
    marked(answer, "🤷");
    desk.restart();

    assertThat(press(line, "Ina").answer()).isEqualTo("Отправляю ещё раз…");
    desk.settles();
    assertThat(there(line.id()).text()).startsWith("Не доставлено");
    assertThat(there(line.id()).button("Отправить ещё раз")).isPresent();

    olena.chat.unblocks();
    desk.await("the card to be as before", () -> !room.card().text().contains("заблокировал"));
    Message again = there(line.id());
    String data = again.button("Отправить ещё раз").orElseThrow().data();
    atOnce(() -> room.operator("Marek").hands().pressesStale(line.id(), data).answer(),
        () -> room.operator("Ina").hands().pressesStale(line.id(), data).answer());
    olena.sees("Попробуйте сейчас");
    marked(answer, "👌");
    desk.await("the line to tell so", () -> there(line.id()).text().equals("Доставлено"));
    desk.settles();
    assertThat(there(line.id()).buttons()).isEmpty();
    assertThat(olena.texts()).filteredOn("Попробуйте сейчас"::equals).hasSize(1);
    assertThat(room.operator("Ina").hands().pressesStale(line.id(), data).answer()).isEqualTo("Уже отправлено");
  }

  private Press press(Message line, String operator) {
    return room.operator(operator).hands().presses(line.id(), "Отправить ещё раз");
  }

  @Test
  void a_file_that_the_messenger_refuses_is_told_to_whoever_sent_it() {
    ticket();
    playground().fault(Fault.refusal("wrong file identifier/HTTP URL specified").forMethods("sendDocument").times(1));
    int answer = room.operator("Marek").sends(Media.document("manual.pdf"));
    room.shows("Не доставлено: мессенджер не принял файл");
    marked(answer, "🤷");
    playground().fault(Fault.refusal("wrong file identifier/HTTP URL specified").forMethods("sendVideo").times(1));
    int sent = olena.sends(Media.video().caption("вот так выглядит"));
    room.shows("Клиент прислал сообщение (видео), но показать его здесь не удалось: мессенджер не принял файл"
        + "\n\nвот так выглядит");
    assertThat(olena.sees("Этот файл не удалось передать команде").replyTo()).isEqualTo(sent);
  }

  @Test
  void of_a_long_answer_only_what_failed_is_sent_again() {
    ticket();
    playground().fault(Fault.refusal("message text is empty").forMethods("sendMessage").inChat(olena.person.id())
        .times(1));
    String caption = "подробности ".repeat(100).strip();
    int answer = room.operator("Marek").sends(Media.photo(caption));
    Message line = room.shows("Не доставлено: мессенджер не принял сообщение");
    desk.settles();
    marked(answer, "🤷");
    press(line, "Marek");
    assertThat(olena.sees("подробности").text()).isEqualTo(caption);
    marked(answer, "👌");
    assertThat(olena.fromBot()).filteredOn(message -> message.type().equals("photo")).hasSize(1);
  }

  @Test
  void an_answer_that_is_still_on_its_way_is_taken_back_too() {
    ticket();
    playground().fault(Fault.tooManyRequests(1).forMethods("sendMessage").inChat(olena.person.id()).times(1));
    int answer = room.operator("Marek").writes("Ой, не сюда");
    room.operator("Marek").replies(answer, "/del");
    room.shows("Ответ забран");
    desk.settles();
    assertThat(olena.texts()).doesNotContain("Ой, не сюда");
  }

  @Test
  void one_bad_file_does_not_keep_the_others_of_its_album_back() {
    ticket();
    playground().fault(Fault.refusal("wrong file identifier/HTTP URL specified").forMethods("sendMediaGroup").times(1));
    playground().fault(Fault.refusal("wrong file identifier/HTTP URL specified").forMethods("sendPhoto").times(1));
    List<Integer> album = room.operator("Marek").album(Media.photo("плохое"), Media.photo("хорошее"));
    olena.sees("хорошее");
    Message line = room.shows("Не доставлено: мессенджер не принял файл");
    desk.settles();
    marked(album.getFirst(), "🤷");
    press(line, "Marek");
    olena.sees("плохое");
    marked(album.getFirst(), "👌");
  }

  @Test
  void files_of_any_size_and_thirty_at_once_arrive_in_order() {
    ticket();
    olena.sends(Media.document("tiny.bin", "application/octet-stream", new byte[1]));
    olena.sends(Media.document("huge.bin", "application/octet-stream", new byte[50 << 20]));
    for (int number = 1; number <= 30; number++) {
      olena.sends(Media.document("file.txt").caption("файл %02d".formatted(number)));
    }
    room.shows("файл 30");
    List<Message> files = room.fromBot().stream().filter(message -> message.type().equals("document")).toList();
    assertThat(files).hasSize(32);
    assertThat(files.stream().skip(2).map(Message::text))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).mapToObj("файл %02d"::formatted).toList());
  }

  @Test
  void an_answer_is_taken_back() {
    ticket();
    int answer = room.operator("Marek").writes("Ой, не сюда");
    int copy = olena.sees("Ой, не сюда").id();
    marked(answer, "👌");
    desk.settles();
    room.operator("Ina").replies(answer, "/del");
    assertThat(room.shows("Ответ забран: клиент его больше не видит").replyTo()).isEqualTo(answer);
    assertThat(olena.chat.message(copy).orElseThrow().deleted()).isTrue();
    desk.await("no mark", () -> there(answer).reactions().isEmpty());
    desk.settles();
    assertThat(desk.count("select count(*) from message where workspace_id = %s and taken_back_at is not null"))
        .isEqualTo(1);
    room.operator("Marek").hands().edits(answer, "И правка не сюда");
    room.operator("Marek").replies(answer, "/del");
    room.shows("Этот ответ уже забран");
    int words = olena.writes("Здравствуйте");
    room.operator("Marek").replies(room.shows("Здравствуйте").id(), "/del");
    room.shows("Ответьте командой /del на тот ответ");
    room.operator("Marek").writes("/del");
    room.shows("Ответьте командой /del на тот ответ");
    desk.settles();
    assertThat(olena.chat.message(words).orElseThrow().deleted()).isFalse();
    assertThat(olena.texts()).noneMatch(text -> text.contains("не сюда"));
  }

  @Test
  void an_album_whose_caption_is_a_note_is_one_whichever_item_has_it() {
    ticket();
    room.operator("Marek").album(Media.photo(), Media.photo("// для коллег"), Media.photo());
    desk.settles();
    room.operator("Marek").writes("А это вам");
    olena.sees("А это вам");
    assertThat(olena.fromBot()).noneMatch(message -> message.type().equals("photo"));
    assertThat(desk.count("select count(*) from message where workspace_id = %s and direction = 'note'")).isEqualTo(3);
  }

  @Test
  void an_album_and_a_long_text_are_taken_back_whole() {
    ticket();
    List<Integer> album = room.operator("Marek").album(Media.photo("раз"), Media.photo(), Media.photo());
    olena.seesMessage("the album", message -> message.text().equals("раз"));
    desk.settles();
    room.operator("Marek").replies(album.get(1), "/del");
    room.shows("Ответ забран");
    assertThat(olena.fromBot()).noneMatch(message -> message.type().equals("photo"));

    int story = room.operator("Marek").sends(Media.photo("подробности ".repeat(100).strip()));
    olena.sees("подробности");
    desk.settles();
    room.operator("Marek").replies(story, "/del");
    room.shows("Ответ забран");
    assertThat(olena.fromBot()).noneMatch(message -> message.type().equals("photo")
        || message.text().contains("подробности"));
  }

  @Test
  void what_is_too_old_to_be_taken_back_stays_and_the_operator_is_told() {
    ticket();
    int answer = room.operator("Marek").writes("Давний ответ");
    olena.sees("Давний ответ");
    desk.settles();
    playground().fault(Fault.refusal("message can't be deleted").forMethods("deleteMessage").times(1));
    room.operator("Marek").replies(answer, "/del");
    room.shows("Забрать не получилось: мессенджер позволяет это только в первые 48 часов");
    marked(answer, "👌");
  }

  @Test
  void a_long_caption_is_answered_and_edited_in_its_pieces() {
    ticket();
    String caption = "первый абзац ".repeat(100).strip();
    int written = olena.sends(Media.photo(caption));
    Message photo = room.showsMessage("the photo", message -> message.type().equals("photo"));
    Message words = room.shows("первый абзац");
    desk.settles();
    room.operator("Marek").replies(words.id(), "про это?");
    assertThat(olena.sees("про это?").replyTo()).isEqualTo(written);

    String longer = "второй абзац ".repeat(120).strip();
    olena.chat.edits(written, longer);
    desk.await("the words to change", () -> there(words.id()).text().equals(longer));
    olena.chat.edits(written, "коротко");
    desk.await("the caption to stand under the photo", () -> there(photo.id()).text().equals("коротко"));
    desk.await("the words to be gone", () -> room.messages().stream().noneMatch(each -> each.id() == words.id()));
    olena.chat.edits(written, caption);
    desk.await("the words to follow again", () -> room.texts().stream().filter(caption::equals).count() == 1);
    desk.await("no caption", () -> there(photo.id()).text().isEmpty());
  }

  @Test
  void a_signature_is_added_only_where_the_desk_wants_it() {
    ticket();
    room.operator("Marek").writes("Без имени");
    assertThat(olena.sees("Без имени").text()).isEqualTo("Без имени");

    desk = new Desk(desk.stage, Desk.SIGNED);
    ticket();
    int answer = room.operator("Marek").hands().writes("Готово",
        JsonMapper.shared().readTree("[{\"type\": \"bold\", \"offset\": 0, \"length\": 6}]"));
    Message copy = olena.sees("Готово");
    assertThat(copy.text()).isEqualTo("Готово\n\n— Marek");
    assertThat(copy.entities().toString()).contains("\"bold\"");
    desk.settles();
    room.operator("Marek").hands().edits(answer, "Готово!");
    desk.await("the edit", () -> olena.chat.message(copy.id()).orElseThrow().text().equals("Готово!\n\n— Marek"));

    room.operator("Ina").sends(Media.photo("на схеме"));
    assertThat(olena.sees("на схеме").text()).isEqualTo("на схеме\n\n— Ina");
    room.operator("Ina").sends(Media.sticker("👍"));
    room.operator("Ina").album(Media.photo(), Media.photo("обе"));
    assertThat(olena.sees("обе").text()).isEqualTo("обе\n\n— Ina");
    desk.settles();
    assertThat(olena.texts().stream().filter(text -> text.contains("— Ina"))).hasSize(2);

    String longest = "слово ".repeat(682).strip();
    room.operator("Marek").writes(longest);
    String whole = olena.sees("слово").text();
    String rest = olena.sees("— Marek").text();
    assertThat(Arrays.asList((whole + " " + rest).split("\\s+")))
        .containsExactlyElementsOf(Arrays.asList((longest + " — Marek").split("\\s+")));
  }

  @Test
  void a_topic_that_was_closed_by_hand_is_reopened_for_what_must_be_said_there() {
    ticket();
    desk.group.add(desk.bot);
    room.operator("Marek").hands().closes();
    olena.writes("раз");
    olena.writes("два");
    room.shows("два");
    desk.settles();
    assertThat(room.texts()).containsExactly("раз", "два");
    assertThat(room.view().closed()).isFalse();
  }

  @Test
  void the_topic_of_a_closed_ticket_is_closed_again() {
    ticket();
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    desk.await("the topic to be closed", () -> room.view().closed());
    desk.settles();
    desk.group.add(desk.bot);
    olena.presses("👍");
    room.shows("Оценка клиента: 👍");
    desk.await("the topic to be closed again", () -> room.view().closed());
  }

  @Test
  void answers_go_into_the_thread_of_the_private_chat_in_which_the_person_writes() {
    ticket();
    playground().forgetCalls();
    playground().injectUpdate(desk.bot, """
        {"message": {"message_id": 9001, "date": 1, "text": "из ветки", "message_thread_id": 77,
                     "is_topic_message": true, "chat": {"id": %d, "type": "private"},
                     "from": {"id": %d, "is_bot": false, "first_name": "Olena", "username": "olena"}}}
        """.formatted(olena.person.id(), olena.person.id()));
    room.shows("из ветки");
    desk.restart();
    room.operator("Marek").writes("в ветку");
    olena.sees("в ветку");
    playground().fault(Fault.refusal("message thread not found").forMethods("sendMessage")
        .inChat(olena.person.id()).times(1));
    room.operator("Marek").writes("ветки больше нет");
    olena.sees("ветки больше нет");
    olena.writes("просто так");
    room.shows("просто так");
    room.operator("Marek").writes("и вам просто так");
    olena.sees("и вам просто так");
    desk.await("the calls", () -> playground().calls("sendMessage").stream()
        .filter(call -> call.chatId() == olena.person.id()).map(playground.Call::threadId).toList()
        .equals(List.of(77, 77, 0, 0)));
  }
}
