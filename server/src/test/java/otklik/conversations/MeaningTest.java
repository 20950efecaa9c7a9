package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;
import playground.Message;
import playground.Origin;

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
}
