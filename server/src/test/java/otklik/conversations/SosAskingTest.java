package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playground.Media;

/// «Creates a request in the bot: description (text, voice, photo), geolocation, how to reach them», up to the moment
/// when it is sent.
class SosAskingTest extends TownConversation {
  private static final String SURE = "Проверьте, пожалуйста";

  private Client nana;

  @Override
  Town newTown(Stage stage) {
    return stage.newOpenTown();
  }

  @BeforeEach
  void joinATown() {
    town.joins(town.tbilisi, "Тбилиси");
    nana = person("Nana");
    nana.starts("");
    nana.sees("В каком вы городе?");
    town.tbilisi.add(nana.person);
    nana.writes("Тбилиси");
    nana.sees("Вы участник чата");
  }

  private void asks() {
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
  }

  private String summary(String... parts) {
    String text = nana.sees(SURE).text();
    assertThat(text).contains(parts);
    return text;
  }

  @Test
  void the_numbers_of_the_country_are_seen_at_once() {
    nana.presses("Мне нужна помощь");
    assertThat(nana.sees("Что случилось?").text()).startsWith("Если есть угроза жизни, сначала позвоните:\n112");
  }

  @Test
  void a_shared_position_names_the_city_and_is_not_asked_in_words() {
    asks();
    nana.writes("Сломала ногу");
    nana.sees("Где вы?");
    assertThat(nana.chat.keyboard()).containsExactly("Отправить моё место");
    nana.chat.taps("Отправить моё место");
    nana.sees("Место записал");
    assertThat(nana.chat.keyboard()).isEmpty();
    summary("Что случилось: Сломала ногу", "Где: точка на карте", "Город: Тбилиси, Грузия");
  }

  @Test
  void a_place_with_a_name_tells_its_address() {
    asks();
    nana.writes("Нужна вода");
    nana.sees("Где вы?");
    nana.sends(Media.venue("Кафе «Весна»", "ул. Палиашвили, 5", 41.70, 44.77));
    summary("Где: Кафе «Весна», ул. Палиашвили, 5 (точка на карте)");
  }

  @Test
  void an_address_in_words_belongs_to_the_city_that_it_names() {
    asks();
    nana.writes("Сел аккумулятор");
    nana.sees("Где вы?");
    nana.writes("Батуми, Горгиладзе 10, у аптеки");
    summary("Где: Батуми, Горгиладзе 10, у аптеки", "Город: Батуми, Грузия");
  }

  @Test
  void an_address_that_names_no_city_is_in_the_persons_own() {
    asks();
    nana.writes("Сел аккумулятор");
    nana.sees("Где вы?");
    nana.writes("Руставели 24");
    summary("Где: Руставели 24", "Город: Тбилиси, Грузия");
  }

  @Test
  void words_that_were_no_address_are_not_lost() {
    asks();
    nana.writes("Помогите");
    nana.sees("Где вы?");
    nana.writes("У метро, нас 3");
    summary("Где: У метро, нас 3");
    nana.presses("Указать место иначе");
    nana.sees("«У метро, нас 3» — это место или рассказ о случившемся?");
    nana.presses("Это о случившемся");
    nana.sees("Где вы?");
    nana.sends(Media.location(41.70, 44.80));
    summary("Что случилось: Помогите\nУ метро, нас 3", "Где: точка на карте");
  }

  @Test
  void an_address_is_read_by_nobody_once_another_place_is_told() {
    asks();
    nana.writes("Помогите");
    nana.sees("Где вы?");
    nana.writes("Чавчавадзе 14, ключ у соседки");
    summary("Где: Чавчавадзе 14");
    nana.presses("Указать место иначе");
    nana.sees("это место или рассказ о случившемся?");
    nana.presses("Место, стереть");
    nana.sees("Где вы?");
    nana.writes("Руставели 24");
    summary("Что случилось: Помогите\nГде: Руставели 24");
    nana.presses("Указать место иначе");
    nana.sees("это место или рассказ о случившемся?");
    nana.sends(Media.location(41.70, 44.80));
    summary("Что случилось: Помогите\nГде: точка на карте");
    assertThat(town.count("select count(*) from message where workspace_id = %s and (content like '%%Чавчавадзе%%'"
        + " or content like '%%Руставели%%')")).isZero();
  }

  @Test
  void a_city_that_is_answered_late_is_not_what_happened() {
    nana = town.person("Nana", null, "ru");
    town.tbilisi.add(nana.person);
    nana.starts("");
    nana.sees("В каком вы городе?");
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes("Тбилиси");
    nana.sees("Что случилось?");
    nana.writes("Упало дерево");
    nana.sees("Где вы?");
    nana.writes("Руставели 24");
    summary("Что случилось: Упало дерево\nГде: Руставели 24", "Город: Тбилиси, Грузия");
  }

  /// Telegram has no room for more than 4,096 characters.
  @Test
  void however_much_is_told_it_can_be_sent() {
    asks();
    nana.writes("Помогите. ".repeat(300).strip());
    nana.sees("Где вы?");
    nana.writes("Руставели 24, " + "во дворе направо, ".repeat(150));
    nana.presses("Это место");
    nana.sees("Проверьте, пожалуйста");
    nana.presses("Отправить");
    nana.sees("отправлена");
  }

  @Test
  void a_command_that_there_is_not_is_no_part_of_a_request() {
    asks();
    nana.writes("/close");
    nana.sees("Такой команды нет. Отменить начатое или просьбу — /cancel");
    nana.writes("/help дверь заперли снаружи");
    nana.sees("Где вы?");
    nana.writes("Руставели 24");
    summary("дверь заперли снаружи");
  }

  @Test
  void whoever_writes_in_short_lines_is_asked_which_of_them_is_the_place() {
    asks();
    nana.writes("Помогите");
    nana.sees("Где вы?");
    nana.writes("Упала на лестнице");
    nana.sees("Это место, где вы сейчас, или продолжение рассказа?");
    nana.writes("Не могу встать");
    nana.sees("Это место, где вы сейчас, или продолжение рассказа?");
    nana.presses("Это о случившемся");
    nana.sees("Добавили. Где вы?");
    nana.writes("У входа в парк Ваке");
    nana.sees("Это место, где вы сейчас, или продолжение рассказа?");
    nana.presses("Это место");
    summary("Что случилось: Помогите\nУпала на лестнице\nНе могу встать", "Где: У входа в парк Ваке");
  }

  @Test
  void a_position_after_a_doubtful_line_settles_it() {
    asks();
    nana.writes("Помогите");
    nana.sees("Где вы?");
    nana.writes("Упала на лестнице");
    nana.sees("Это место, где вы сейчас");
    nana.sends(Media.location(41.70, 44.80));
    summary("Что случилось: Помогите\nУпала на лестнице", "Где: точка на карте");
  }

  @Test
  void voice_and_photos_are_enough_and_words_can_follow() {
    asks();
    nana.sends(Media.voice());
    nana.sees("Где вы?");
    nana.sends(Media.photo("Вот так"));
    nana.sees("Добавили. Где вы?");
    nana.sends(Media.location(41.70, 44.80));
    summary("Что случилось: Вот так", "Вложений: 2");
    nana.writes("И ещё дверь заперта");
    summary("Вот так\nИ ещё дверь заперта", "Вложений: 2");
  }

  @Test
  void voice_alone_is_told_as_it_is() {
    asks();
    nana.sends(Media.voice());
    nana.sees("Где вы?");
    nana.writes("Тбилиси, Пекинская 3");
    summary("Что случилось: рассказано во вложениях", "Вложений: 1");
  }

  @Test
  void a_place_told_first_is_kept() {
    asks();
    nana.sends(Media.location(41.70, 44.80));
    nana.sees("Место записали. Что случилось?");
    nana.writes("Пожар во дворе");
    summary("Пожар во дворе", "Где: точка на карте");
  }

  @Test
  void zero_zero_is_a_broken_receiver_and_asked_again() {
    asks();
    nana.writes("Авария");
    nana.sees("Где вы?");
    nana.sends(Media.location(0, 0));
    nana.sees("не смог определить место");
    nana.sends(Media.location(41.70, 44.80));
    summary("Где: точка на карте");
    nana.sends(Media.location(0, 0));
    nana.sees("Оставили прежнее");
    assertThat(town.count("select count(*) from message where workspace_id = %s and type = 'location'")).isEqualTo(1);
  }

  @Test
  void the_pole_and_the_180th_meridian_are_places_too() {
    asks();
    nana.writes("Замерзаю");
    nana.sees("Где вы?");
    nana.sends(Media.location(90, 0));
    summary("Где: точка на карте");
    nana.sends(Media.location(-17.8, 180));
    summary("Где: точка на карте");
    nana.sends(Media.location(-17.8, -180));
    summary("Где: точка на карте");
  }

  @Test
  void nothing_but_spaces_is_no_description() {
    asks();
    nana.writes("   ");
    nana.sees("пришло пустым");
    nana.sends(Media.dice("🎲", 3));
    nana.sees("Это передать не получится");
    nana.writes("Потоп");
    nana.sees("Где вы?");
  }

  @Test
  void words_that_were_put_right_are_shown_so() {
    asks();
    int wrong = nana.writes("Пажар");
    nana.sees("Где вы?");
    nana.sends(Media.location(41.70, 44.80));
    summary("Пажар");
    nana.chat.edits(wrong, "Пожар");
    summary("Пожар");
  }

  @Test
  void nothing_is_sent_by_itself_and_one_reminder_says_so() {
    asks();
    nana.writes("Авария");
    nana.sees("Где вы?");
    nana.sends(Media.location(41.70, 44.80));
    summary("Авария");
    pass(Duration.ofMinutes(11));
    nana.sees("Просьба ещё не отправлена");
    pass(Duration.ofMinutes(11));
    nana.seesNothingNew();
    pass(Duration.ofHours(24));
    nana.sees("Просьба не отправлена, всё записанное для неё удалено");
    assertThat(town.count("select count(*) from ticket where workspace_id = %s")).isZero();
    assertThat(town.count("select count(*) from message where workspace_id = %s")).isZero();
  }

  @Test
  void what_is_cancelled_leaves_no_trace() {
    asks();
    nana.writes("Тайна у Сололаки");
    nana.sees("Где вы?");
    nana.writes("Тбилиси, Сололаки 77");
    summary("Сололаки 77");
    nana.presses("Отмена");
    nana.sees("Просьба не отправлена");
    town.settles();
    assertThat(Traces.of(town, "Сололаки")).isEmpty();
    nana.writes("/cancel");
    nana.sees("Отменять нечего");
  }

  @Test
  void three_languages_are_spoken_with() {
    Client john = town.person("John", "john", "en-GB");
    john.starts("");
    john.presses("I need help");
    assertThat(john.sees("What happened?").text()).contains("If a life is in danger, call first");
    Client aliya = town.person("Aliya", "aliya", "kk");
    aliya.starts("");
    aliya.presses("Мне нужна помощь");
    aliya.sees("Что случилось?");
  }

  @Test
  void what_was_written_before_the_button_belongs_to_the_request() {
    nana.writes("Меня преследуют");
    nana.sees("Сообщение получено");
    nana.presses("Мне нужна помощь");
    assertThat(nana.sees("Где вы?").text()).contains("112");
    nana.sends(Media.location(41.70, 44.80));
    summary("Что случилось: Меня преследуют");
  }

  /// It may be either, so it is nothing yet.
  @Test
  void words_in_place_of_a_press_are_read_by_nobody() {
    asks();
    nana.writes("Помогите");
    nana.sees("Где вы?");
    nana.writes("У метро, нас 3");
    summary("Где: У метро, нас 3");
    nana.presses("Указать место иначе");
    nana.sees("это место или рассказ о случившемся?");
    nana.writes("Руставели дом пять");
    nana.sees("сначала выберите, пожалуйста, кнопкой ниже");
    nana.presses("Это о случившемся");
    nana.sees("Где вы?");
    nana.writes("Руставели 24");
    assertThat(nana.sees("Проверьте, пожалуйста").text()).contains("У метро, нас 3", "Где: Руставели 24")
        .doesNotContain("дом пять");
  }
}
