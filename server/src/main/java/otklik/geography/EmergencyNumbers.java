package otklik.geography;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers that bring help, by country. Never changes; safe for use by many threads.
public final class EmergencyNumbers {
  /// Mobile telephones take it for an emergency call in every GSM network.
  private static final List<EmergencyNumber> ANYWHERE =
      List.of(new EmergencyNumber(EmergencyNumber.Purpose.ANYTHING, "112"));

  private final Map<Country, List<EmergencyNumber>> byCountry;

  private EmergencyNumbers(Map<Country, List<EmergencyNumber>> byCountry) {
    this.byCountry = Map.copyOf(byCountry);
  }

  /// Those that come with the program: `geography/emergency-numbers.csv`.
  public static EmergencyNumbers shipped() {
    return new EmergencyNumbers(ShippedTables.emergencyNumbers());
  }

  /// These with a country's own in place of what is known of it.
  ///
  /// @throws IllegalArgumentException when there are none
  public EmergencyNumbers with(Country country, List<EmergencyNumber> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a country has at least one emergency number");
    }
    var others = new HashMap<>(byCountry);
    others.put(country, List.copyOf(numbers));
    return new EmergencyNumbers(others);
  }

  /// The number for everything first, where there is one; 112 for a country that isn't known here. Never empty.
  public List<EmergencyNumber> of(Country country) {
    return byCountry.getOrDefault(country, ANYWHERE);
  }
}
