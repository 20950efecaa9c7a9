package otklik.geography;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The cities that are known. Never changes; safe for use by many threads.
public final class Cities {
  private final Map<CityId, City> byId;
  private final Gazetteer gazetteer;

  private Cities(Collection<City> cities) {
    byId = new LinkedHashMap<>();
    cities.stream().sorted(City.LARGER_FIRST).forEach(city -> byId.put(city.id(), city));
    gazetteer = new Gazetteer(byId.values());
  }

  /// Those that come with the program: `geography/cities.csv`.
  public static Cities shipped() {
    return new Cities(ShippedTables.cities());
  }

  /// These with others added; one of the same id is replaced as a whole.
  public Cities with(List<City> others) {
    var cities = new LinkedHashMap<>(byId);
    others.forEach(city -> cities.put(city.id(), city));
    return new Cities(cities.values());
  }

  /// Larger ones first.
  public List<City> all() {
    return List.copyOf(byId.values());
  }

  public Optional<City> city(CityId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Larger ones first.
  public List<City> in(Country country) {
    return byId.values().stream().filter(city -> city.country().equals(country)).toList();
  }

  /// The city whose middle is nearest, in whatever country.
  public City nearest(Point point) {
    return nearest(point, _ -> true).orElseThrow();
  }

  /// The nearest of those that fit; empty when none does.
  public Optional<City> nearest(Point point, Predicate<City> fits) {
    record Away(City city, double metres) {}
    return byId.values().stream().filter(fits)
        .map(city -> new Away(city, city.point().distance(point)))
        .min(Comparator.comparingDouble(Away::metres)).map(Away::city);
  }

  /// The cities that are named, as people write them: among other words, in any case of Russian grammar, without
  /// hyphens, with ё or е, in whatever language a name is known. A country that is named too decides between cities
  /// of one name. Where no name is found, one slip of the pen is forgiven in names of five letters and more.
  public Found find(String words) {
    return gazetteer.find(words);
  }
}
