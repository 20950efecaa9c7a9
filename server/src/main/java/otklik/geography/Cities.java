package otklik.geography;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The cities that are known. Never changes; safe for use by many threads.
///
/// Thousands of workspaces may have cities of their own: each keeps only those, and shares the rest.
public final class Cities {
  private final @Nullable Cities below;
  private final Map<CityId, City> byId = new LinkedHashMap<>();
  private final Gazetteer gazetteer;

  private Cities(Collection<City> cities) {
    this.below = null;
    cities.stream().sorted(City.LARGER_FIRST).forEach(city -> byId.put(city.id(), city));
    this.gazetteer = new Gazetteer(byId.values());
  }

  private Cities(Cities below, Collection<City> added) {
    this.below = below;
    added.forEach(city -> byId.put(city.id(), city));
    this.gazetteer = below.gazetteer.with(byId.values(), this::stays);
  }

  /// Those that come with the program: `geography/cities.csv`.
  public static Cities shipped() {
    return new Cities(ShippedTables.cities());
  }

  /// These with others added; one of the same id is replaced as a whole.
  public Cities with(List<City> others) {
    return new Cities(this, others);
  }

  private boolean stays(City below) {
    return !byId.containsKey(below.id());
  }

  private Stream<City> each() {
    Stream<City> here = byId.values().stream();
    return below == null ? here : Stream.concat(below.each().filter(this::stays), here);
  }

  /// Larger ones first.
  public List<City> all() {
    return each().sorted(City.LARGER_FIRST).toList();
  }

  public Optional<City> city(CityId id) {
    City here = byId.get(id);
    return here == null && below != null ? below.city(id) : Optional.ofNullable(here);
  }

  /// Larger ones first.
  public List<City> in(Country country) {
    return each().filter(city -> city.country().equals(country)).sorted(City.LARGER_FIRST).toList();
  }

  /// The city whose middle is nearest, in whatever country.
  public City nearest(Point point) {
    return nearest(point, _ -> true).orElseThrow();
  }

  /// The nearest of those that fit; empty when none does.
  public Optional<City> nearest(Point point, Predicate<City> fits) {
    record Away(City city, double metres) {}
    return each().filter(fits)
        .map(city -> new Away(city, city.point().distance(point)))
        .min(Comparator.comparingDouble(Away::metres).thenComparing(Away::city, City.LARGER_FIRST)).map(Away::city);
  }

  /// The cities that are named, as people write them: among other words, in any case of Russian grammar, without
  /// hyphens, with ё or е, in whatever language a name is known. A country that is named too decides between cities
  /// of one name. Where no name is found, one slip of the pen is forgiven in names of five letters and more.
  public Found find(String words) {
    return gazetteer.find(words);
  }
}
