package otklik.geography;

import java.util.Locale;
import java.util.regex.Pattern;

/// A number that brings help.
///
/// @param number digits only, as they are dialled
public record EmergencyNumber(Purpose purpose, String number) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{2,6}");

  /// Whom the number reaches.
  public enum Purpose {
    /// All of them.
    ANYTHING, POLICE, FIRE, AMBULANCE;

    String heading() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @throws IllegalArgumentException when it can't be dialled as it stands
  public EmergencyNumber {
    if (!DIGITS.matcher(number).matches()) {
      throw new IllegalArgumentException("an emergency number is two to six digits, not '" + number + "'");
    }
  }

  /// What a telephone dials when it is tapped.
  public String link() {
    return "tel:" + number;
  }
}
