package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import playground.Media;
import playground.Message;

/// What people write where others would send a position: coordinates, links to maps, the words on the key.
class SosWrittenPlaceTest extends HelpingConversation {
  private static final String LINK = "mlat=41.71510&mlon=44.82710";

  private Client nana;

  @BeforeEach
  void haveOneWhoAsks() {
    nana = resident("Nana");
  }

  private void isAskedWhere() {
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes("Застряли");
    nana.sees("Где вы?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"41.7151, 44.8271", "41,7151 44,8271", "geo:41.7151,44.8271",
      "https://maps.google.com/?q=41.7151,44.8271", "https://yandex.ru/maps/?ll=44.8271%2C41.7151&z=16"})
  void a_written_point_is_a_point_and_is_shown_on_the_map_before_anything_is_sent(String written) {
    Client ana = volunteer("Ana");
    isAskedWhere();
    nana.writes(written);
    Message summary = nana.sees("Проверьте, пожалуйста");
    assertThat(summary.text()).contains("Где: точка на карте", "Город: Тбилиси");
    assertThat(summary.entities().toString()).contains(LINK);
    nana.presses("Отправить");
    Message copy = ana.sees("Нужна помощь");
    assertThat(copy.content().toString()).doesNotContain("41.7151", "44.8271");
    ana.presses("Взять в работу");
    Message point = ana.seesMessage("the point", message -> message.type().equals("location"));
    assertThat(point.content().path("location").path("latitude").asDouble()).isEqualTo(41.7151);
  }

  @Test
  void the_city_is_the_one_at_the_point() {
    isAskedWhere();
    nana.writes("41.6168, 41.6367");
    assertThat(nana.sees("Проверьте, пожалуйста").text()).contains("Город: Батуми");
  }

  @Test
  void words_around_the_point_describe_it() {
    isAskedWhere();
    nana.writes("Второй подъезд, 41.7151, 44.8271");
    Message summary = nana.sees("Проверьте, пожалуйста");
    assertThat(summary.text()).contains("Где: Второй подъезд (точка на карте)");
    assertThat(summary.entities().toString()).contains(LINK);
  }

  @Test
  void coordinates_of_no_place_and_links_that_hide_it_are_asked_about() {
    isAskedWhere();
    nana.writes("441.7, 944.8");
    nana.sees("Таких координат на Земле нет");
    nana.writes("https://maps.app.goo.gl/AbC1");
    nana.sees("По этой ссылке мы не видим, где вы");
    nana.writes("Руставели 24");
    assertThat(nana.sees("Проверьте, пожалуйста").text()).contains("Что случилось: Застряли\n", "Где: Руставели 24");
  }

  /// What everybody may read never tells it.
  @Test
  void a_point_that_is_written_to_an_open_request_is_its_new_place() {
    Client ana = volunteer("Ana");
    asks(nana, "Застряли");
    Message copy = ana.sees("Нужна помощь");
    nana.writes("41.7151, 44.8271");
    nana.sees("Новое место записали.");
    town.settles();
    assertThat(now(ana, copy)).doesNotContain("41.7");
    assertThat(town.coordinators.history()).noneMatch(message -> message.content().toString().contains("41.7151"));
    ana.presses("Взять в работу");
    ana.seesMessage("the point", message -> message.type().equals("location"));
  }

  @Test
  void a_written_point_that_is_put_right_is_the_place_and_stays_no_words() {
    Client ana = volunteer("Ana");
    asks(nana, "Застряли");
    int written = nana.writes("41.7151, 44.8271");
    nana.sees("Новое место записали.");
    nana.chat.edits(written, "41.7262, 44.8271");
    town.settles();
    assertThat(town.count("select count(*) from message where workspace_id = %s and type = 'text' and text like '%%41.7%%'"))
        .isZero();
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    Message point = ana.seesMessage("the point", message -> message.type().equals("location"));
    assertThat(point.content().path("location").path("latitude").asDouble()).isEqualTo(41.7262);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Отправить моё место", "Send where I am"})
  void the_words_on_the_key_are_neither_a_city_nor_a_story_nor_a_place(String words) {
    Client eka = person("Eka");
    eka.starts("");
    eka.sees("В каком вы городе?");
    eka.writes(words);
    eka.sees("Это приложение не отправляет место такой кнопкой");
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes(words);
    nana.sees("Это приложение не отправляет место такой кнопкой");
    nana.writes("Застряли");
    Message where = nana.sees("Где вы?");
    nana.chat.replies(where.id(), words);
    nana.sees("Это приложение не отправляет место такой кнопкой");
    nana.writes("Руставели 24");
    assertThat(nana.sees("Проверьте, пожалуйста").text()).contains("Что случилось: Застряли\n", "Где: Руставели 24");
  }

  /// What told the place tells it still.
  @Test
  void a_written_point_that_becomes_an_address_is_no_word_for_everybody() {
    Client ana = volunteer("Ana");
    asks(nana, "Застряли");
    Message copy = ana.sees("Нужна помощь");
    int written = nana.writes("41.7151, 44.8271");
    nana.sees("Новое место записали.");
    nana.chat.edits(written, "Чавчавадзе у аптеки");
    nana.sees("Новое место записали.");
    town.settles();
    assertThat(now(ana, copy)).doesNotContain("Чавчавадзе");
    assertThat(town.coordinators.history()).noneMatch(message -> message.text().contains("Чавчавадзе"));
    ana.presses("Взять в работу");
    ana.sees("Чавчавадзе у аптеки");
    nana.chat.edits(written, "Третий подъезд, 41.7151, 44.8271");
    assertThat(ana.sees("человек теперь в другом месте").text()).contains("Третий подъезд");
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    town.settles();
    assertThat(town.count("select count(*) from message where workspace_id = %s and content like '%%Чавчавадзе%%'")).isZero();
  }

  @Test
  void nor_does_it_before_it_is_sent() {
    isAskedWhere();
    int written = nana.writes("41.7151, 44.8271");
    nana.sees("Проверьте, пожалуйста");
    nana.chat.edits(written, "Руставели 24");
    assertThat(nana.sees("Проверьте, пожалуйста").text()).contains("Что случилось: Застряли\n", "Где: Руставели 24");
  }

  /// Where they are they have told since.
  @Test
  void an_address_put_right_later_leaves_the_live_position() {
    Client ana = volunteer("Ana");
    asks(nana, "Застряли");
    int address = nana.chat.messages(message -> message.text().equals("Руставели 24")).getLast().id();
    nana.sends(Media.live(41.7200, 44.8300));
    nana.sees("Новое место записали.");
    nana.chat.edits(address, "Руставели 26, 41.7151, 44.8271");
    town.settles();
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    Message point = ana.seesMessage("the point", message -> message.type().equals("location"));
    assertThat(point.content().path("location").path("latitude").asDouble()).isEqualTo(41.7200);
    ana.sees("Адрес, названный раньше: Руставели 26");
  }

  @Test
  void words_about_a_written_point_leave_the_point() {
    Client ana = volunteer("Ana");
    asks(nana, "Застряли");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    int place = nana.writes("41.7151, 44.8271");
    ana.sees("человек теперь в другом месте");
    nana.chat.edits(place, "вход со двора");
    assertThat(ana.sees("человек теперь в другом месте").text()).contains("вход со двора");
    Message point = ana.seesMessage("the point", message -> message.type().equals("location"));
    assertThat(point.content().path("location").path("latitude").asDouble()).isEqualTo(41.7151);
  }
}
