package otklik.geography;

import java.util.regex.Pattern;

/// What a city is called in configuration and in stored rows.
///
/// @param value small Latin letters, digits and hyphens: `nizhny-novgorod`
public record CityId(String value) {
  private static final Pattern WRITTEN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /// @throws IllegalArgumentException when it's written otherwise
  public CityId {
    if (!WRITTEN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a city's id is small Latin letters, digits and hyphens, such as nizhny-novgorod, not '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
