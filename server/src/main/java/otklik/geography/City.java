package otklik.geography;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import otklik.kernel.Language;

/// A city as it is known here.
///
/// @param point      its middle
/// @param names      by language, two letters as in ISO 639-1: at least one
/// @param aliases    what else people call it: former names, short ones, other spellings
/// @param population the larger city is meant more often; nothing else depends on it
/// @param zone       its clock
public record City(CityId id, Country country, Point point, Map<String, String> names, Set<String> aliases,
    int population, ZoneId zone) {
  static final Comparator<City> LARGER_FIRST =
      Comparator.comparingInt(City::population).reversed().thenComparing(city -> city.id().value());

  /// @throws IllegalArgumentException when it has no name, or an empty one
  public City {
    names = Map.copyOf(names);
    aliases = Set.copyOf(aliases);
    if (names.isEmpty() || names.values().stream().anyMatch(String::isBlank)
        || aliases.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("the city '" + id + "' needs a name, and no name of a city is empty");
    }
    if (population < 0) {
      throw new IllegalArgumentException("in the city '" + id + "' live at least 0 people, not " + population);
    }
  }

  /// In that language; where none is known, in English, else in whatever language there is one.
  public String name(Language language) {
    String name = names.get(language.code());
    if (name != null) {
      return name;
    }
    return names.getOrDefault(Language.EN.code(), names.values().stream().sorted().findFirst().orElseThrow());
  }

  Stream<String> spellings() {
    return Stream.concat(names.values().stream(), aliases.stream());
  }
}
