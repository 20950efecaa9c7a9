package otklik.emergency.requests;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.dialogs.Invisible;
import otklik.dialogs.Visitor;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.requests.Request.Fix;
import otklik.emergency.settings.EmergencySettings;
import otklik.geography.Area;
import otklik.geography.Cities;
import otklik.geography.City;
import otklik.geography.CityId;
import otklik.geography.Country;
import otklik.geography.Found;
import otklik.geography.Point;
import otklik.kernel.Language;
import otklik.kernel.MessageId;

/// Reads where somebody is from what they send: a position, live or not, a place with a name, or an address in words.
@Component
public final class LocationParser {
  /// A receiver that knows nothing tells 0, 0; around it there is nothing but sea.
  private static final double NOWHERE = 0.01;
  /// So much farther, in metres, the nearest city of one's own country may be than one abroad.
  private static final double BORDER = 25_000;
  /// How far a city reaches when nothing but its name is known.
  private static final int CITY = 10_000;

  /// More are rather a sentence.
  private static final int MOST_WORDS = 8;

  private final ResidentRows residentRows;

  LocationParser(ResidentRows residentRows) {
    this.residentRows = residentRows;
  }

  public sealed interface Read {
    record Somewhere(EmergencyStep.Place place) implements Read {}

    /// The position is one that no receiver ever measured.
    record Broken() implements Read {}

    /// The address names no city, and nothing is known of the person's own.
    record CityMissing(String address) implements Read {}

    record Nothing() implements Read {}
  }

  public static boolean isPosition(Content content) {
    return content instanceof Content.Location || content instanceof Content.Venue;
  }

  public Read read(Visitor visitor, Content content, Instant at, MessageId message) {
    return switch (content) {
      case Content.Location location -> fix(location, at)
          .<Read>map(fix -> somewhere(visitor, fix, null, message)).orElseGet(Read.Broken::new);
      case Content.Venue venue -> fix(new Content.Location(venue.latitude(), venue.longitude(), null, false), at)
          .<Read>map(fix -> somewhere(visitor, fix, address(venue), message)).orElseGet(Read.Broken::new);
      case Content.Text text -> read(visitor, text, message);
      case Content.Media _, Content.Contact _, Content.Poll _, Content.Dice _, Content.Unsupported _ ->
          new Read.Nothing();
    };
  }

  /// An address, as far as words can be one.
  public Read read(Visitor visitor, Content.Text words, MessageId message) {
    String address = Invisible.stripped(words.text());
    City city = city(visitor, address);
    return city == null ? new Read.CityMissing(address)
        : new Read.Somewhere(EmergencyStep.Place.inWords(address, city, message));
  }

  /// Whether words are surely a place: they name a city or have a number, as addresses do, and are few.
  public boolean isAddress(Visitor visitor, Content.Text words) {
    Found named = cities(visitor).find(words.text());
    boolean numbered = words.text().codePoints().anyMatch(Character::isDigit)
        && words.text().strip().split("\\s+").length <= MOST_WORDS && !words.text().contains("://");
    return numbered || named.isSure() && !named.cities().isEmpty();
  }

  /// The city of somebody of whom it isn't known yet, when they say its name and nothing else.
  public Optional<City> newlyNamed(Visitor visitor, Content content) {
    if (!(content instanceof Content.Text text)
        || residentRows.find(visitor.turn(), visitor.person().id()).isPresent()) {
      return Optional.empty();
    }
    List<City> named = cities(visitor).find(text.text()).cities();
    return named.size() == 1 && Arrays.stream(Language.values())
        .anyMatch(language -> named.getFirst().name(language).equalsIgnoreCase(text.text().strip()))
        ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /// Empty when no receiver ever measured such a position.
  public static Optional<Fix> fix(Content.Location location, Instant at) {
    try {
      Point point = new Point(location.latitude(), location.longitude());
      boolean nowhere = Math.abs(point.latitude()) < NOWHERE && Math.abs(point.longitude()) < NOWHERE;
      return nowhere ? Optional.empty() : Optional.of(new Fix(point, location.accuracy(), at, location.live()));
    } catch (IllegalArgumentException noSuchPlace) {
      return Optional.empty();
    }
  }

  private Read somewhere(Visitor visitor, Fix fix, @Nullable String address, MessageId message) {
    return new Read.Somewhere(EmergencyStep.Place.at(fix, address, cityAt(visitor, fix.point()), message));
  }

  /// The city around an address that didn't name it, once they do.
  public EmergencyStep.@Nullable Place completed(Visitor visitor, String address, MessageId message, String named) {
    City city = preferred(visitor, cities(visitor).find(named).cities());
    return city == null ? null : EmergencyStep.Place.inWords(address, city, message);
  }

  /// The nearest one; at a border one of the person's own country, for that is where help is looked for.
  City cityAt(Visitor visitor, Point point) {
    City nearest = cities(visitor).nearest(point);
    return country(visitor)
        .flatMap(own -> cities(visitor).nearest(point, city -> city.country().code().equals(own)))
        .filter(own -> own.point().distance(point) <= nearest.point().distance(point) + BORDER)
        .orElse(nearest);
  }

  /// The city that the words name, else the person's own.
  private @Nullable City city(Visitor visitor, String address) {
    Found named = cities(visitor).find(address);
    if (named.isSure() && !named.cities().isEmpty()) {
      return preferred(visitor, named.cities());
    }
    return residentRows.find(visitor.turn(), visitor.person().id())
        .flatMap(resident -> cities(visitor).city(new CityId(resident.city()))).orElse(null);
  }

  private @Nullable City preferred(Visitor visitor, List<City> named) {
    Optional<String> own = country(visitor);
    return named.stream().filter(city -> own.filter(city.country().code()::equals).isPresent()).findFirst()
        .orElse(named.isEmpty() ? null : named.getFirst());
  }

  private Optional<String> country(Visitor visitor) {
    return residentRows.find(visitor.turn(), visitor.person().id()).map(Resident::country)
        .or(() -> Optional.ofNullable(EmergencySettings.of(visitor.channel()).country()));
  }

  /// Nothing but the city is known of the place.
  public static boolean isWholeCity(Area area) {
    return area.radius() >= CITY;
  }

  /// What everybody may know of the place.
  public Area area(Visitor visitor, EmergencyStep.Place place) {
    Fix fix = place.fix();
    return fix == null ? new Area(city(visitor, place).point(), CITY)
        : Area.around(fix.point(), EmergencySettings.of(visitor.channel()).areaMetres());
  }

  /// Of the place; the nearest one still in the configuration when that one has left it.
  public City city(Visitor visitor, EmergencyStep.Place place) {
    Fix fix = place.fix();
    return cities(visitor).city(new CityId(place.city()))
        .orElseGet(() -> fix == null ? cities(visitor).in(new Country(place.country())).getFirst()
            : cities(visitor).nearest(fix.point()));
  }

  private static Cities cities(Visitor visitor) {
    return EmergencySettings.of(visitor.channel()).cities();
  }

  private static @Nullable String address(Content.Venue venue) {
    String address = Stream.of(venue.title(), venue.address()).filter(words -> !Invisible.is(words))
        .collect(Collectors.joining(", "));
    return address.isEmpty() ? null : address;
  }
}
