package otklik.geography;

import com.ibm.icu.text.DisplayContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds cities in what people write.
final class Gazetteer {
  private static final List<String> LANGUAGES = List.of("ru", "en", "kk");
  private static final List<DisplayContext> LENGTHS =
      List.of(DisplayContext.LENGTH_SHORT, DisplayContext.LENGTH_FULL);

  private final Vocabulary<City> cities;
  private final Vocabulary<Country> countries;
  private final Set<Country> known;

  Gazetteer(Collection<City> cities) {
    this(new Vocabulary<>(), new Vocabulary<>(), Set.of(), cities);
  }

  private Gazetteer(Vocabulary<City> cities, Vocabulary<Country> countries, Set<Country> below,
      Collection<City> added) {
    this.cities = cities;
    this.countries = countries;
    added.forEach(city -> city.spellings().forEach(name -> cities.add(name, city)));
    Set<Country> fresh = added.stream().map(City::country).filter(country -> !below.contains(country))
        .collect(Collectors.toSet());
    for (String language : LANGUAGES) {
      for (DisplayContext length : LENGTHS) {
        fresh.forEach(country -> countries.add(country.name(language, length), country));
      }
    }
    this.known = fresh.isEmpty() ? below
        : Stream.concat(below.stream(), fresh.stream()).collect(Collectors.toUnmodifiableSet());
  }

  /// This one with more cities.
  ///
  /// @param stays whether one that is known here is still what it was
  Gazetteer with(Collection<City> added, Predicate<City> stays) {
    return new Gazetteer(new Vocabulary<>(cities, stays), new Vocabulary<>(countries, _ -> true), known, added);
  }

  Found find(String text) {
    List<Word> words = Word.of(text);
    Vocabulary.Named<City> named = cities.in(words);
    Vocabulary.Named<Country> said = countries.in(named.rest());
    List<City> meant = named.isNothing() ? sorted(cities.near(said.rest())).toList()
        : Stream.concat(sorted(named.exactly()), sorted(named.otherwise())).distinct().toList();
    List<City> there = meant.stream().filter(city -> said.exactly().contains(city.country())
        || said.otherwise().contains(city.country())).toList();
    boolean isElsewhere = !said.isNothing() && there.isEmpty();
    return new Found(there.isEmpty() ? meant : there, !named.isNothing() && !isElsewhere);
  }

  private static Stream<City> sorted(Set<City> cities) {
    return cities.stream().sorted(City.LARGER_FIRST);
  }
}
