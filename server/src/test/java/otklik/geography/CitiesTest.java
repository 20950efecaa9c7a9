package otklik.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.kernel.Language;

class CitiesTest {
  private static final Cities CITIES = Cities.shipped();
  private static final Country GEORGIA = new Country("GE");

  /// The ids of what was found.
  private static String found(String words) {
    return CITIES.find(words).cities().stream().map(city -> city.id().value()).collect(Collectors.joining(" "));
  }

  private static City city(String id) {
    return CITIES.city(new CityId(id)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      батуми | batumi
      БАТУМИ! | batumi
      я в Батуми | batumi
      г. Тбилиси | tbilisi
      г.Тбилиси | tbilisi
      Тбилиси, Грузия | tbilisi
      Tbilisi, Georgia | tbilisi
      Грузия Тбилиси | tbilisi
      თბილისი | tbilisi
      Almaty | almaty
      Алма-Ата | almaty
      алма ата | almaty
      спб | saint-petersburg
      Санкт Петербург | saint-petersburg
      санктпетербург | saint-petersburg
      Нью Йорк | new-york
      Орел | oryol
      Орёл | oryol
      Могилев | mogilev
      Қарағанды | karaganda
      Өскемен | ust-kamenogorsk
      оскемен | ust-kamenogorsk
      Алматы, Қазақстан | almaty
      Krakow | krakow
      Kraków | krakow
      İZMİR | izmir
      izmir | izmir
      Київ | kyiv
      Кам'янське | kamianske
      Кам’янське | kamianske
      Ош | osh
      Великий Новгород | veliky-novgorod
      Нижний Новгород | nizhny-novgorod
      проспект Руставели 5, Тбилиси | tbilisi
      Сингапур | singapore
      """)
  void a_city_is_found_by_its_names_as_people_write_them(String words, String id) {
    assertThat(found(words)).isEqualTo(id);
    assertThat(CITIES.find(words).isSure()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"я сейчас в Москве, moscow", "из Тбилиси, tbilisi", "живу в Ереване, yerevan", "в Астане, astana",
      "в Киеве, kyiv", "в Харькове, kharkiv", "из Харькова, kharkiv", "в Риге, riga", "в Уфе, ufa", "в Оше, osh",
      "в Нижнем Новгороде, nizhny-novgorod", "в Санкт-Петербурге, saint-petersburg", "в Нью-Йорке, new-york",
      "в Анталье, antalya", "в Белой Церкви, bila-tserkva", "в Ростове-на-Дону, rostov-on-don", "в Кишинёве, chisinau",
      "в Черкассах, cherkasy", "в Стамбуле (Турция), istanbul", "в Новом Саде, novi-sad", "в Дубае, dubai",
      "в Кривом Роге, kryvyi-rih", "из Набережных Челнов, naberezhnye-chelny", "в Грозном, grozny", "в Софии, sofia",
      "в Салониках, thessaloniki", "в Твери, tver", "под Москвой, moscow", "в Москву, moscow"})
  void russian_endings_are_understood(String words, String id) {
    assertThat(found(words)).isEqualTo(id);
    assertThat(CITIES.find(words).isSure()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Батумми, batumi", "Тбиллиси, tbilisi", "Тиблиси, tbilisi", "Бтауми, batumi", "Tblisi, tbilisi",
      "я в Краснодре, krasnodar", "Екатеринбур, yekaterinburg", "Санкт-Питербург, saint-petersburg",
      "Almati, almaty", "в Кобулетти, kobuleti"})
  void one_slip_of_the_pen_is_forgiven_but_asked_about(String words, String id) {
    assertThat(found(words)).isEqualTo(id);
    assertThat(CITIES.find(words).isSure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "…", "?!", "помогите", "Помогите, пожалуйста, срочно нужна помощь", "я не знаю",
      "на улице", "дома", "мне плохо", "тут рядом с метро", "не могу говорить", "help me please", "where am I",
      "я за городом, возле трассы", "в квартире", "у меня нет денег", "Отмена", "да", "нет", "спасибо", "привет",
      "враг", "теперь", "который час", "другое место", "по делу", "потом", "горы", "Александр", "глаз болит", "кровь",
      "не приходит в сознание", "на дороге", "у реки", "вчера", "холодно", "туман", "жена беременна", "в комнате", "хорошо", "улица Московская", "сегодня вечером", "кроме того", "12345", "🆘", "Омскк"})
  void other_words_are_no_city(String words) {
    assertThat(CITIES.find(words).cities()).isEmpty();
    assertThat(CITIES.find(words).isSure()).isFalse();
  }

  @Test
  void a_name_of_two_cities_brings_both_the_larger_one_first() {
    assertThat(found("Кордова")).isEqualTo("cordoba-ar cordoba");
    assertThat(found("Birmingham")).isEqualTo("birmingham birmingham-us");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Кордова, Испания | cordoba
      Кордова в Аргентине | cordoba-ar
      Бирмингем, США | birmingham-us
      Birmingham, United Kingdom | birmingham
      """)
  void a_country_that_is_named_decides_between_them(String words, String id) {
    assertThat(found(words)).isEqualTo(id);
    assertThat(CITIES.find(words).isSure()).isTrue();
  }

  @Test
  void a_city_elsewhere_than_it_is_known_is_asked_about() {
    assertThat(found("Atlanta, Georgia")).isEqualTo("atlanta");
    assertThat(CITIES.find("Atlanta, Georgia").isSure()).isFalse();
  }

  @Test
  void several_that_are_named_are_all_found_those_in_other_forms_last() {
    assertThat(found("еду из Батуми в Тбилиси")).isEqualTo("tbilisi batumi");
    assertThat(found("ул. Кирова, 5, Батуми")).isEqualTo("batumi kirov");
    assertThat(found("ул. Минская, 5, Батуми")).isEqualTo("batumi");
  }

  @Test
  void a_story_with_a_city_in_it_is_read_and_one_without_is_not_guessed_at() {
    assertThat(found("слово ".repeat(600) + "Тбилиси")).isEqualTo("tbilisi");
    assertThat(found("слово ".repeat(600) + "Тиблиси")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"41.64, 41.63, batumi", "41.82, 41.78, kobuleti", "90, 0, tromso",
      "-90, 0, ushuaia", "-16.8, 179.99, suva", "-16.8, -179.99, suva", "66, -179.9, anadyr", "66, 179.9, anadyr"})
  void the_nearest_city_is_found_from_anywhere(double latitude, double longitude, String id) {
    assertThat(CITIES.nearest(new Point(latitude, longitude)).id().value()).isEqualTo(id);
  }

  @Test
  void at_zero_zero_too_no_other_is_nearer() {
    var nowhere = new Point(0, 0);
    double nearest = CITIES.nearest(nowhere).point().distance(nowhere);
    assertThat(CITIES.all()).allMatch(city -> city.point().distance(nowhere) >= nearest);
  }

  @Test
  void of_those_that_fit_the_nearest_one() {
    var withChat = Set.of(new CityId("tbilisi"), new CityId("yerevan"), new CityId("trabzon"));
    Point batumi = city("batumi").point();
    assertThat(CITIES.nearest(batumi, city -> city.country().equals(GEORGIA) && withChat.contains(city.id())))
        .contains(city("tbilisi"));
    assertThat(CITIES.nearest(batumi, city -> withChat.contains(city.id()))).contains(city("trabzon"));
    assertThat(CITIES.nearest(batumi, _ -> false)).isEmpty();
  }

  @Test
  void a_country_has_its_cities_the_larger_ones_first() {
    List<City> georgian = CITIES.in(GEORGIA);
    assertThat(georgian.stream().map(city -> city.id().value())).startsWith("tbilisi", "kutaisi", "batumi");
    assertThat(georgian).hasSizeGreaterThan(20).allMatch(city -> city.country().equals(GEORGIA));
    assertThat(CITIES.in(new Country("AQ"))).isEmpty();
  }

  @Test
  void ones_own_cities_are_added_or_take_the_place_of_those_that_came() {
    var own = new City(new CityId("chakvi"), GEORGIA, new Point(41.72, 41.73), Map.of("ru", "Чакви"), Set.of("Chakvi"),
        8000, ZoneId.of("Asia/Tbilisi"));
    var moved = new City(new CityId("batumi"), GEORGIA, new Point(41.65, 41.64), Map.of("ru", "Батум"), Set.of(), 1,
        ZoneId.of("Asia/Tbilisi"));
    Cities cities = CITIES.with(List.of(own, moved));
    assertThat(cities.all()).hasSize(CITIES.all().size() + 1);
    assertThat(cities.find("я в Чакви").cities()).containsExactly(own);
    assertThat(cities.nearest(own.point())).isEqualTo(own);
    assertThat(cities.find("Батум").cities()).containsExactly(moved);
    assertThat(cities.find("Batumi").cities()).isEmpty();
    assertThat(own.name(Language.EN)).isEqualTo("Чакви");
    assertThat(CITIES.city(own.id())).isEmpty();
  }

  @Test
  void own_cities_stand_beside_those_that_came_in_whatever_is_asked() {
    var namesake = new City(new CityId("batumi-aq"), new Country("AQ"), new Point(-70, 41), Map.of("ru", "Батуми"),
        Set.of(), 90_000_000, ZoneId.of("UTC"));
    Cities cities = CITIES.with(List.of(namesake)).with(List.of());
    assertThat(cities.find("Батуми").cities()).containsExactly(namesake, city("batumi"));
    assertThat(cities.find("в Батумми").cities()).containsExactly(namesake, city("batumi"));
    assertThat(cities.find("Батуми, Грузия").cities()).containsExactly(city("batumi"));
    assertThat(cities.find("Батуми, Антарктида").cities()).containsExactly(namesake);
    assertThat(cities.all().getFirst()).isEqualTo(namesake);
    assertThat(cities.in(new Country("AQ"))).containsExactly(namesake);
    assertThat(cities.in(GEORGIA)).isEqualTo(CITIES.in(GEORGIA));
    assertThat(cities.city(new CityId("batumi"))).contains(city("batumi"));
    assertThat(cities.nearest(new Point(-90, 0))).isEqualTo(namesake);
  }

  @Test
  void a_city_is_called_by_the_readers_language() {
    assertThat(city("batumi").name(Language.RU)).isEqualTo("Батуми");
    assertThat(city("batumi").name(Language.EN)).isEqualTo("Batumi");
    assertThat(city("karaganda").names()).containsEntry("kk", "Қарағанды");
  }

  @Test
  void a_city_without_a_name_or_with_a_wrong_id_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CityId("Батуми"))
        .withMessageContaining("not 'Батуми'");
    assertThatIllegalArgumentException().isThrownBy(() -> new City(new CityId("x"), GEORGIA, new Point(1, 1), Map.of(),
        Set.of("x"), 1, ZoneId.of("Asia/Tbilisi"))).withMessageContaining("needs a name");
    assertThatIllegalArgumentException().isThrownBy(() -> new City(new CityId("x"), GEORGIA, new Point(1, 1),
        Map.of("ru", "х"), Set.of(), -1, ZoneId.of("Asia/Tbilisi"))).withMessageContaining("not -1");
  }
}
