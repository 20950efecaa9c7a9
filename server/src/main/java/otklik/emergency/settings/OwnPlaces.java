package otklik.emergency.settings;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import otklik.geography.Cities;
import otklik.geography.City;
import otklik.geography.CityId;
import otklik.geography.Country;
import otklik.geography.EmergencyNumber;
import otklik.geography.EmergencyNumbers;
import otklik.geography.Point;
import otklik.kernel.Language;
import otklik.settings.Section;

/// Reads the configuration's own cities and emergency numbers, which stand beside or in place of those that come with
/// the program.
final class OwnPlaces {
  private static final Cities SHIPPED_CITIES = Cities.shipped();
  private static final EmergencyNumbers SHIPPED_NUMBERS = EmergencyNumbers.shipped();
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,8})?");
  private static final int LARGEST = 100_000_000;

  private OwnPlaces() {}

  static Cities cities(Section section) {
    if (!section.has("cities")) {
      return SHIPPED_CITIES;
    }
    List<City> own = section.sections("cities").stream().flatMap(each -> city(each).stream()).toList();
    return own.isEmpty() ? SHIPPED_CITIES : SHIPPED_CITIES.with(own);
  }

  /// A city must have everything that is asked of it; what is wrong is noted in the section.
  private static Optional<City> city(Section section) {
    String id = section.text("id");
    Optional<Country> country =
        country(section, "country", section.text("country", COUNTRY, "a country's two letters"));
    String latitude = section.text("latitude", DEGREES, "degrees, such as 41.64");
    String longitude = section.text("longitude", DEGREES, "degrees, such as 41.64");
    Map<String, String> names = new HashMap<>();
    Section named = section.section("names");
    for (Language language : Language.values()) {
      named.optionalText(language.code()).ifPresent(name -> names.put(language.code(), name));
    }
    Set<String> aliases = Set.copyOf(section.texts("aliases"));
    int population = section.whole("population", 0, LARGEST, 0);
    ZoneId zone = section.has("zone") ? section.zone("zone", ZoneOffset.UTC) : missingZone(section);
    if (id.isEmpty() || country.isEmpty() || latitude.isEmpty() || longitude.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new City(new CityId(id), country.get(),
          new Point(Double.parseDouble(latitude), Double.parseDouble(longitude)), names, aliases, population, zone));
    } catch (IllegalArgumentException wrong) {
      section.problem("id", String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  private static ZoneId missingZone(Section section) {
    section.problem("zone", "is needed");
    return ZoneOffset.UTC;
  }

  static EmergencyNumbers emergencyNumbers(Section section) {
    EmergencyNumbers all = SHIPPED_NUMBERS;
    Section byCountry = section.section("emergency-numbers");
    for (String code : byCountry.keys()) {
      Optional<Country> country = country(byCountry, code, code);
      List<EmergencyNumber> numbers = numbers(byCountry, code);
      if (country.isPresent() && !numbers.isEmpty()) {
        all = all.with(country.get(), numbers);
      }
    }
    return all;
  }

  private static List<EmergencyNumber> numbers(Section byCountry, String code) {
    Section of = byCountry.section(code);
    List<EmergencyNumber> numbers = new ArrayList<>();
    for (EmergencyNumber.Purpose purpose : EmergencyNumber.Purpose.values()) {
      String key = purpose.name().toLowerCase(Locale.ROOT);
      for (String number : of.texts(key)) {
        try {
          numbers.add(new EmergencyNumber(purpose, number));
        } catch (IllegalArgumentException wrong) {
          of.problem(key, String.valueOf(wrong.getMessage()));
        }
      }
    }
    if (numbers.isEmpty()) {
      byCountry.problem(code, "needs at least one number, such as { anything: 112 }");
    }
    return numbers;
  }

  /// Empty for a country that there isn't; that is noted.
  static Optional<Country> country(Section section, String key, String code) {
    if (code.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Country(code));
    } catch (IllegalArgumentException wrong) {
      section.problem(key, String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }
}
