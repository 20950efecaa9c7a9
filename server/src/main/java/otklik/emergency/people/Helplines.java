package otklik.emergency.people;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.emergency.settings.EmergencySettings;
import otklik.geography.Country;
import otklik.geography.EmergencyNumber;

/// The numbers that bring help where somebody is, as they are told to them.
@Component
public final class Helplines {
  /// Mobile telephones take it for an emergency call in every GSM network.
  private static final List<EmergencyNumber> ANYWHERE =
      List.of(new EmergencyNumber(EmergencyNumber.Purpose.ANYTHING, "112"));

  private final ResidentRows residentRows;

  Helplines(ResidentRows residentRows) {
    this.residentRows = residentRows;
  }

  /// Of the country of the person's city, else of the one where the button stands.
  public String of(Visitor visitor) {
    return in(visitor, residentRows.find(visitor.turn(), visitor.person().id()).map(Resident::country)
        .orElse(EmergencySettings.of(visitor.channel()).country()));
  }

  public String in(Visitor visitor, @Nullable String country) {
    List<EmergencyNumber> known = country == null ? ANYWHERE
        : EmergencySettings.of(visitor.channel()).emergencyNumbers().of(new Country(country));
    return known.stream()
        .map(each -> visitor.text(key(each.purpose()), "number", each.number()))
        .collect(Collectors.joining("\n"));
  }

  private static String key(EmergencyNumber.Purpose purpose) {
    return switch (purpose) {
      case ANYTHING -> "emergency.number.anything";
      case POLICE -> "emergency.number.police";
      case FIRE -> "emergency.number.fire";
      case AMBULANCE -> "emergency.number.ambulance";
    };
  }
}
