package otklik.emergency.requests;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import otklik.emergency.settings.EmergencySettings;
import otklik.geography.City;
import otklik.geography.CityId;
import otklik.geography.Point;
import otklik.workspaces.Channel;

/// How far volunteers are from requests: from the middle of their city to the area that everybody may know, so that
/// nobody learns more from the distance than from the area.
public final class Distances {
  private Distances() {}

  /// In metres; infinite where nobody knows.
  public static double between(Channel channel, @Nullable String city, Request request) {
    Point home = point(channel, city);
    Point there = request.area() == null ? point(channel, request.city()) : request.area().centre();
    return home == null || there == null ? Double.POSITIVE_INFINITY : home.distance(there);
  }

  /// The clock of a city.
  public static ZoneId zone(Channel channel, String city) {
    return EmergencySettings.of(channel).cities().city(new CityId(city)).map(City::zone).orElse(channel.zone());
  }

  private static @Nullable Point point(Channel channel, @Nullable String city) {
    return city == null ? null
        : EmergencySettings.of(channel).cities().city(new CityId(city)).map(City::point).orElse(null);
  }
}
