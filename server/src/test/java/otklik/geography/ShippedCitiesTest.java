package otklik.geography;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What `geography/cities.csv` promises to be.
class ShippedCitiesTest {
  private static final List<City> ROWS = ShippedTables.cities();
  private static final Cities CITIES = Cities.shipped();
  private static final Pattern RUSSIAN = Pattern.compile("[А-ЯЁ][а-яё]+([- ][А-ЯЁа-яё]+)*");
  private static final Pattern ENGLISH = Pattern.compile("[A-Z][a-z]+([- ][A-Za-z]+)*");
  private static final Pattern KAZAKH = Pattern.compile("[А-ЯӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+([- ][А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі]+)*");

  /// In metres.
  private static final double ONE_SPOT = 500;

  @Test
  void ids_are_unique() {
    assertThat(ROWS.stream().map(City::id)).doesNotHaveDuplicates().hasSizeGreaterThan(600);
  }

  @Test
  void every_city_has_a_russian_and_an_english_name_in_their_letters() {
    assertThat(ROWS).allSatisfy(city -> {
      assertThat(city.names().get("ru")).matches(RUSSIAN);
      assertThat(city.names().get("en")).matches(ENGLISH);
    });
    assertThat(ROWS).allSatisfy(city -> assertThat(city.names().getOrDefault("kk", "Алматы")).matches(KAZAKH));
    assertThat(CITIES.in(new Country("KZ"))).allMatch(city -> city.names().containsKey("kk"));
  }

  @Test
  void every_clock_is_one_of_the_country() {
    assertThat(ROWS).allSatisfy(city -> {
      assertThat(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.ANY, clocksOf(city.country()), null))
          .containsAnyOf(city.zone().getId(), TimeZone.getCanonicalID(city.zone().getId()));
    });
  }

  /// Clocks in Kosovo go as in Serbia; there is no zone of its own.
  private static String clocksOf(Country country) {
    return country.code().equals("XK") ? "RS" : country.code();
  }

  @Test
  void the_nearest_city_to_a_citys_own_middle_is_itself() {
    assertThat(ROWS).allSatisfy(city -> assertThat(CITIES.nearest(city.point())).isEqualTo(city));
  }

  @Test
  void no_two_cities_are_at_one_spot() {
    for (City one : ROWS) {
      assertThat(CITIES.nearest(one.point(), other -> !other.equals(one)))
          .hasValueSatisfying(other -> assertThat(other.point().distance(one.point())).isGreaterThan(ONE_SPOT));
    }
  }

  @Test
  void every_city_is_found_by_each_of_its_names() {
    assertThat(ROWS).allSatisfy(city -> assertThat(city.spellings()).allSatisfy(name -> {
      assertThat(CITIES.find(name).cities()).contains(city);
      assertThat(CITIES.find(name).isSure()).isTrue();
    }));
  }

  @Test
  void a_name_is_of_two_cities_only_where_that_is_so() {
    Map<String, Set<String>> cities = new HashMap<>();
    ROWS.forEach(city -> city.spellings().forEach(name ->
        cities.computeIfAbsent(name, _ -> new HashSet<>()).add(city.id().value())));
    cities.values().removeIf(ids -> ids.size() == 1);
    assertThat(cities.keySet()).containsExactlyInAnyOrder(
        "Кордова", "Cordoba", "Бирмингем", "Birmingham", "Сан-Хосе", "San Jose");
  }
}
