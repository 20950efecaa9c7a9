package otklik.geography;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The tables in `geography`: a line of headings, then rows whose values are parted by commas and contain none.
final class ShippedTables {
  private ShippedTables() {}

  static List<City> cities() {
    return rows("cities.csv").stream().map(ShippedTables::city).toList();
  }

  static Map<Country, List<EmergencyNumber>> emergencyNumbers() {
    var numbers = new HashMap<Country, List<EmergencyNumber>>();
    for (Map<String, String> row : rows("emergency-numbers.csv")) {
      var ofCountry = new ArrayList<EmergencyNumber>();
      for (EmergencyNumber.Purpose purpose : EmergencyNumber.Purpose.values()) {
        words(row.get(purpose.heading()), " ").forEach(number -> ofCountry.add(new EmergencyNumber(purpose, number)));
      }
      numbers.put(new Country(row.get("country")), List.copyOf(ofCountry));
    }
    return Map.copyOf(numbers);
  }

  private static City city(Map<String, String> row) {
    var names = new HashMap<String, String>();
    for (String language : List.of("ru", "en", "kk")) {
      if (!row.get(language).isEmpty()) {
        names.put(language, row.get(language));
      }
    }
    return new City(new CityId(row.get("id")), new Country(row.get("country")),
        new Point(Double.parseDouble(row.get("latitude")), Double.parseDouble(row.get("longitude"))), names,
        Set.copyOf(words(row.get("aliases"), ";")), Integer.parseInt(row.get("population")),
        ZoneId.of(row.get("zone")));
  }

  private static List<String> words(String value, String separator) {
    return Arrays.stream(value.split(separator)).filter(word -> !word.isEmpty()).toList();
  }

  /// Each row by its headings.
  static List<Map<String, String>> rows(String table) {
    try (InputStream file = ShippedTables.class.getResourceAsStream("/geography/" + table);
        var reader = new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file, table), StandardCharsets.UTF_8))) {
      List<String> lines = reader.readAllLines();
      String[] headings = lines.getFirst().split(",");
      return lines.stream().skip(1).map(line -> row(table, headings, line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(table + " can't be read", e);
    }
  }

  private static Map<String, String> row(String table, String[] headings, String[] values) {
    if (values.length != headings.length) {
      throw new IllegalStateException(table + ": " + headings.length + " values belong in a row, not " + values.length
          + ": " + String.join(",", values));
    }
    var row = new HashMap<String, String>();
    for (int i = 0; i < values.length; i++) {
      row.put(headings[i], values[i]);
    }
    return row;
  }
}
