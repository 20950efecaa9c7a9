package otklik.emergency.settings;

import java.util.Optional;
import otklik.geography.Cities;
import otklik.geography.City;
import otklik.geography.CityId;
import otklik.kernel.Language;

/// How cities are written to people, and read from what comes back.
public final class CityWords {
  private CityWords() {}

  /// Cities of one name are told apart by their countries.
  public static String withCountry(City city, Language language) {
    return city.name(language) + ", " + city.country().name(language);
  }

  /// The city that a button or a row names; empty for one that is forged, or left the configuration.
  public static Optional<City> known(Cities cities, String id) {
    try {
      return cities.city(new CityId(id));
    } catch (IllegalArgumentException forged) {
      return Optional.empty();
    }
  }
}
