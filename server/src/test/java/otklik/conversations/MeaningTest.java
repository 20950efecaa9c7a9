package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import otklik.storage.Json;
import playground.Fault;
import playground.Media;
import playground.Message;
import playground.Origin;
import tools.jackson.databind.JsonNode;

/// What stands around words and changes what they mean goes along with them, both ways: whose they are, which part of
/// something they answer, what they cover.
class MeaningTest extends Faulty {
  private Client olena;
  private Room room;

  private void ticket() {
    olena = ticketOf("Olena");
    room = roomOf(olena);
    desk.settles();
  }

  @Test
  void what_a_client_forwards_is_not_taken_for_their_own_words() {
    ticket();
    olena.chat.forwards(Origin.person(777, "Продавец"), "Переведите 500 на карту");
    room.shows("↪ Переслано от Продавец:\nПереведите 500 на карту");
    olena.chat.forwards(Origin.hidden("Скрытый"), Media.photo("Подпись"));
    Message photo = room.shows("↪ Переслано от Скрытый:\nПодпись");
    assertThat(photo.type()).isEqualTo("photo");
    olena.chat.forwards(Origin.channel("Новости", "news_x", 42), "Скидки");
    Message post = room.shows("↪ Переслано от Новости:\nСкидки");
    assertThat(post.entities().toString()).contains("https://t.me/news_x/42");
    int sticker = olena.chat.forwards(Origin.person(777, "Продавец"), Media.sticker("👋"));
    room.shows("↪ Переслано от Продавец:");
    room.showsMessage("the sticker", message -> message.type().equals("sticker"));
    room.operator("Marek").replies(room.fromBot().getLast().id(), "Отвечаю на стикер");
    assertThat(olena.sees("Отвечаю на стикер").replyTo()).isEqualTo(sticker);
  }

  @Test
  void the_story_of_a_ticket_says_which_words_are_somebody_elses() {
    olena = desk.person("Olena").bound("ACME-1");
    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.chat.forwards(Origin.person(777, "Продавец"), "Переведите 500 на карту");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("принято");
    roomOf(olena).cardShows("↪ Переслано от Продавец:\nПереведите 500 на карту");
  }

  @Test
  void what_an_operator_forwards_reaches_the_client_as_somebody_elses() {
    ticket();
    room.operator("Marek").hands().forwards(Origin.person(888, "Коллега"), "Перезапустите сервис");
    olena.sees("↪ Переслано от Коллега:\nПерезапустите сервис");
  }

  @Test
  void a_client_answers_one_of_five_steps_and_the_operator_sees_which() {
    ticket();
    int steps = room.operator("Marek").writes("1) закройте\n2) откройте\n3) переустановите");
    int copy = olena.sees("3) переустановите").id();
    olena.chat.quotes(copy, "3) переустановите", "Вот это не помогло");
    Message answer = room.shows("Вот это не помогло");
    assertThat(answer.replyTo()).isEqualTo(steps);
    assertThat(answer.quote()).isEqualTo("3) переустановите");
  }

  @Test
  void an_operator_quotes_part_of_what_the_client_wrote() {
    ticket();
    int written = olena.writes("Отчёт пустой, а выгрузка падает");
    int copy = room.shows("Отчёт пустой").id();
    room.operator("Marek").hands().quotes(copy, "выгрузка падает", "Когда именно?");
    Message answer = olena.sees("Когда именно?");
    assertThat(answer.replyTo()).isEqualTo(written);
    assertThat(answer.quote()).isEqualTo("выгрузка падает");
  }

  @Test
  void where_the_quoted_words_are_no_more_they_stand_above_the_answer() {
    ticket();
    room.operator("Marek").writes("3) переустановите");
    int copy = olena.sees("3) переустановите").id();
    desk.settles();
    playground().fault(Fault.refusal("QUOTE_TEXT_INVALID").forMethods("sendMessage").times(1));
    olena.chat.quotes(copy, "переустановите", "Не помогло");
    Message answer = room.shows("переустановите\nНе помогло");
    assertThat(answer.entities().toString()).contains("blockquote");
    assertThat(answer.quote()).isEmpty();
  }

  /// Notes, commands' answers and the card are the desk's own.
  @Test
  void what_the_room_alone_has_is_not_quoted_to_the_client() {
    ticket();
    int note = room.operator("Marek").writes("// в чёрном списке, счёт 5512 закрыт");
    desk.settles();
    room.operator("Ina").hands().quotes(note, "счёт 5512 закрыт", "Проверила, оплата есть");
    assertThat(olena.sees("Проверила, оплата есть").text()).isEqualTo("Проверила, оплата есть");
    room.operator("Ina").hands().quotes(room.card().id(), "Категория", "А это?");
    Message answer = olena.sees("А это?");
    assertThat(answer.text()).isEqualTo("А это?");
    assertThat(answer.quote()).isEmpty();
  }

  @Test
  void what_is_sent_again_says_whose_it_is_all_the_same() {
    ticket();
    playground().fault(Fault.refusal("message text is empty").forMethods("sendMessage").inChat(olena.person.id()).times(1));
    room.operator("Marek").hands().forwards(Origin.person(888, "Коллега"), "Перезапустите сервис");
    Message line = room.shows("Не доставлено");
    desk.settles();
    room.operator("Marek").hands().presses(line.id(), "Отправить ещё раз");
    olena.sees("↪ Переслано от Коллега:\nПерезапустите сервис");
  }

  @Test
  void the_end_of_a_position_that_was_taken_back_is_told_to_nobody() {
    ticket();
    int live = room.operator("Marek").sends(Media.live(41.70, 44.80));
    olena.seesMessage("the point", message -> message.type().equals("location"));
    desk.settles();
    room.operator("Marek").replies(live, "/del");
    room.shows("Ответ забран");
    room.operator("Marek").hands().stops(live);
    desk.settles();
    assertThat(olena.fromBot()).noneMatch(message -> message.type().equals("location"));
  }

  @Test
  void a_covered_photo_stays_covered() {
    ticket();
    olena.sends(Media.photo("Осторожно, кровь").covered());
    Message photo = room.shows("Осторожно, кровь");
    assertThat(photo.content().path("has_media_spoiler").asBoolean(false)).isTrue();
    room.operator("Marek").sends(Media.photo("Ответ").covered());
    assertThat(olena.sees("Ответ").content().path("has_media_spoiler").asBoolean(false)).isTrue();
  }

  @Test
  void a_checklist_is_read_as_the_text_it_is() {
    ticket();
    olena.sends(Media.checklist("Не работает", 1, "лифт", "домофон"));
    room.shows("Не работает\n☑ лифт\n☐ домофон");
    assertThat(olena.texts()).noneMatch(text -> text.contains("передать не могу"));
  }

  @Test
  void a_position_that_moves_is_said_to_move_and_its_last_point_follows() {
    ticket();
    int live = olena.sends(Media.live(41.70, 44.80));
    room.shows("📡 Место меняется");
    Message first = room.showsMessage("the first point", message -> message.type().equals("location"));
    desk.settles();
    olena.chat.moves(live, 41.75, 44.85);
    desk.settles();
    olena.chat.stops(live);
    Message last = room.showsMessage("the last point", message -> message.type().equals("location"));
    assertThat(last.replyTo()).isEqualTo(first.id());
    assertThat(last.content().path("location").path("latitude").asDouble(0)).isEqualTo(41.75);
  }

  private static JsonNode entity(String type, int offset, int length, String more) {
    return Json.read("[{\"type\": \"" + type + "\", \"offset\": " + offset + ", \"length\": " + length + more + "}]",
        JsonNode.class);
  }

  private void begins() {
    olena = desk.person("Olena").bound("ACME-1");
    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
  }

  private void isAccepted() {
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("принято");
    room = roomOf(olena);
  }

  /// A card is plain text.
  @Test
  void the_first_words_keep_their_link_and_what_they_cover() {
    begins();
    olena.chat.writes("вот тут", entity("text_link", 4, 3, ", \"url\": \"https://example.org/report\""));
    isAccepted();
    Message copy = room.showsMessage("the words", message -> message.text().equals("вот тут"));
    assertThat(copy.entities().toString()).contains("https://example.org/report");
    olena = desk.person("Timur").bound("ACME-1");
    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.chat.writes("пароль секрет", entity("spoiler", 7, 6, ""));
    isAccepted();
    assertThat(room.shows("пароль секрет").entities().toString()).contains("spoiler");
    assertThat(room.card().text()).contains("пароль ▒▒▒▒▒▒").doesNotContain("секрет");
  }

  @Test
  void what_a_first_message_answers_of_a_closed_ticket_is_said() {
    ticket();
    room.operator("Marek").writes("1) закройте\n2) переустановите");
    int answer = olena.sees("2) переустановите").id();
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    desk.settles();
    olena.chat.quotes(answer, "2) переустановите", "Вот это не помогло");
    olena.presses("Открыть новый тикет");
    olena.sees("Выберите, что случилось");
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("принято");
    Message copy = desk.topic("#0002").showsMessage("the words",
        message -> message.text().endsWith("Вот это не помогло") && !message.pinned());
    assertThat(copy.text()).contains("#0001").contains("2) переустановите");
    assertThat(copy.entities().toString()).contains("blockquote");
  }

  @Test
  void where_somebody_elses_words_end_one_sees() {
    begins();
    olena.chat.forwards(Origin.person(777, "Продавец"), "Переведите 500 на карту");
    olena.sees("Можно прикрепить");
    olena.writes("Я ничего не переводила!");
    olena.presses("Готово");
    olena.sees("принято");
    roomOf(olena).cardShows("↪ Переслано от Продавец:\nПереведите 500 на карту\n\nЯ ничего не переводила!");
  }

  @Test
  void of_those_who_work_at_the_desk_a_forward_names_nobody() {
    ticket();
    room.operator("Marek").hands().forwards(Origin.person(desk.operator("Ina").id(), "Ina"), "Перезапустите сервис");
    assertThat(olena.sees("Перезапустите сервис").text()).isEqualTo("Перезапустите сервис");
  }

  /// A comment that is sent along with a forward is a message of its own.
  @Test
  void what_is_forwarded_with_a_note_stays_with_it() {
    ticket();
    room.operator("Marek").writes("// это не клиенту");
    room.operator("Marek").hands().forwards(Origin.person(888, "Коллега"), "Он уже жаловался вчера");
    room.shows("Пересланное сразу после заметки остаётся здесь вместе с ней.");
    desk.settles();
    assertThat(olena.texts()).noneMatch(text -> text.contains("вчера"));
    desk.stage.time.advance(Duration.ofSeconds(3));
    room.operator("Marek").hands().forwards(Origin.person(888, "Коллега"), "Перезапустите сервис");
    olena.sees("Перезапустите сервис");
  }

  @Test
  void a_ready_answer_and_one_for_later_answer_the_part_that_is_meant() {
    ticket();
    olena.writes("1) открыл 2) упало");
    int copy = room.shows("1) открыл 2) упало").id();
    room.operator("Marek").hands().quotes(copy, "2) упало", "/m hello");
    assertThat(olena.seesMessage("the ready answer", message -> message.quote().equals("2) упало")).text()).isNotEmpty();
    room.operator("Marek").hands().quotes(copy, "1) открыл", "/later 30m Это не нужно");
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(31));
    assertThat(olena.sees("Это не нужно").quote()).isEqualTo("1) открыл");
  }

  @Test
  void a_comment_to_a_mark_says_whose_it_is_and_what_it_answers() {
    ticket();
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👎");
    olena.sees("Что было не так?");
    olena.chat.forwards(Origin.person(777, "Продавец"), "Переведите 500 на карту");
    olena.sees("Спасибо, что рассказали");
    room.shows("Что было не так, клиент рассказал так:");
    room.shows("↪ Переслано от Продавец:\nПереведите 500 на карту");
  }

  @Test
  void what_nobody_can_carry_is_named_to_the_operator_who_sent_it() {
    ticket();
    long marek = desk.operator("Marek").id();
    playground().injectUpdate(desk.bot, """
        {"message": {"message_id": 9000, "date": 1790000000, "message_thread_id": %d, "is_topic_message": true,
          "story": {"id": 1, "chat": {"id": %2$d, "type": "private"}},
          "from": {"id": %2$d, "is_bot": false, "first_name": "Marek"},
          "chat": {"id": %3$d, "type": "supergroup", "title": "Support", "is_forum": true}}}
        """.formatted(room.id, marek, desk.group.id()));
    assertThat(room.shows("бот передать не может").text()).contains("(история)");
  }
}
