package otklik.emergency.people;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.emergency.settings.EmergencySettings;
import otklik.geography.Cities;
import otklik.geography.City;
import otklik.geography.CityId;
import otklik.workspaces.Channel;

/// Which communities are near.
@Component
public final class Neighbourhood {
  /// Those of the resident's country first, and of them the nearest from city to city; then the nearest of all others.
  public List<Community> nearest(Channel channel, List<Community> all, Resident resident, int most) {
    return nearest(EmergencySettings.of(channel).cities(), all, resident, most);
  }

  public static List<Community> nearest(Cities cities, List<Community> all, Resident resident, int most) {
    record Away(Community community, boolean abroad, double metres) {}
    City home = city(cities, resident.city());
    return all.stream()
        .map(community -> new Away(community, !resident.country().equals(community.country()),
            metres(home, community.city() == null ? null : city(cities, community.city()))))
        .sorted(Comparator.comparing(Away::abroad).thenComparingDouble(Away::metres)
            .thenComparing(away -> away.community().id()))
        .limit(most).map(Away::community).toList();
  }

  /// A city that left the configuration is far from everything.
  private static double metres(@Nullable City from, @Nullable City to) {
    return from == null || to == null ? Double.MAX_VALUE : from.point().distance(to.point());
  }

  private static @Nullable City city(Cities cities, String id) {
    return cities.city(new CityId(id)).orElse(null);
  }
}
