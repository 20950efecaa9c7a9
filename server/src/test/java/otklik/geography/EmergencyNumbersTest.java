package otklik.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.geography.EmergencyNumber.Purpose;
import otklik.kernel.Language;

class EmergencyNumbersTest {
  private static final EmergencyNumbers NUMBERS = EmergencyNumbers.shipped();

  private static String numbers(String country) {
    return String.join(" ", NUMBERS.of(new Country(country)).stream()
        .map(number -> number.purpose().name().charAt(0) + number.number()).toList());
  }

  @ParameterizedTest
  @CsvSource({"GE, A112", "RU, A112 P102 F101 A103", "KZ, A112 P102 F101 A103", "US, A911", "IL, P100 F102 A101",
      "GB, A999 A112", "FR, A112 P17 F18 A15", "TH, P191 F199 A1669", "JP, P110 F119 A119", "AU, A000",
      "RS, P192 F193 A194", "TR, A112", "AE, P999 F997 A998"})
  void a_countrys_numbers_are_told_the_one_for_everything_first(String country, String expected) {
    assertThat(numbers(country)).isEqualTo(expected);
  }

  @Test
  void a_country_that_is_not_known_has_112() {
    assertThat(NUMBERS.of(new Country("TM"))).containsExactly(new EmergencyNumber(Purpose.ANYTHING, "112"));
  }

  /// Somebody else's list, kept with care. Where it still has the old numbers of two digits, ours are one digit longer.
  @Test
  void each_number_is_one_that_libphonenumber_knows_to_be_for_emergencies() {
    ShortNumberInfo known = ShortNumberInfo.getInstance();
    Map<String, String> longerSince = Map.of("RS", "1", "UZ", "1");
    List<String> unknown = Stream.of(Locale.getISOCountries()).map(Country::new)
        .flatMap(country -> NUMBERS.of(country).stream().map(EmergencyNumber::number)
            .filter(number -> !number.equals("112") || NUMBERS.of(country).size() > 1)
            .filter(number -> !known.isEmergencyNumber(number, country.code()))
            .filter(number -> !number.startsWith(longerSince.getOrDefault(country.code(), "none")))
            .map(number -> country.code() + " " + number))
        .toList();
    assertThat(unknown).isEmpty();
  }

  @Test
  void every_country_with_a_city_has_a_number() {
    assertThat(Cities.shipped().all()).allSatisfy(city -> assertThat(NUMBERS.of(city.country())).isNotEmpty());
  }

  @Test
  void a_countrys_own_take_the_place_of_what_came() {
    var country = new Country("TM");
    var police = new EmergencyNumber(Purpose.POLICE, "02");
    assertThat(NUMBERS.with(country, List.of(police)).of(country)).containsExactly(police);
    assertThat(NUMBERS.of(country)).doesNotContain(police);
    assertThatIllegalArgumentException().isThrownBy(() -> NUMBERS.with(country, List.of()));
  }

  @Test
  void a_tap_dials_the_number() {
    assertThat(new EmergencyNumber(Purpose.AMBULANCE, "103").link()).isEqualTo("tel:103");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "11 2", "+112", "112a", "٩٩٩", "1234567"})
  void what_can_not_be_dialled_is_refused(String number) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EmergencyNumber(Purpose.ANYTHING, number));
  }

  @ParameterizedTest
  @CsvSource({"US, США, United States", "GE, Грузия, Georgia", "XK, Косово, Kosovo", "AE, ОАЭ, United Arab Emirates"})
  void a_country_is_called_as_people_say_it(String code, String russian, String english) {
    assertThat(new Country(code).name(Language.RU)).isEqualTo(russian);
    assertThat(new Country(code).name(Language.EN)).isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ge", "GEO", "ZZ", "SU", "Грузия"})
  void a_code_that_no_country_has_is_refused(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Country(code)).withMessageContaining("'" + code + "'");
  }
}
