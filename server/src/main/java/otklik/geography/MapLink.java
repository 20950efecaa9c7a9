package otklik.geography;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The way to a map for whoever may know the exact point.
public final class MapLink {
  /// About a metre.
  private static final int DECIMALS = 5;

  /// Each step of the map's scale shows half as much of the earth; 14 shows a radius of a kilometre.
  private static final double WHOLE_EARTH = 24;

  private MapLink() {}

  /// OpenStreetMap with a marker, near enough to see houses.
  public static String to(Point point) {
    String latitude = decimal(point.latitude());
    String longitude = decimal(point.longitude());
    return "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude
        + "#map=17/" + latitude + "/" + longitude;
  }

  /// For those who may know the area only: as much of it as fits on a telephone, without a marker.
  public static String of(Area area) {
    int zoom = (int) Math.clamp(Math.round(WHOLE_EARTH - Math.log(area.radius()) / Math.log(2)), 1, 16);
    return "https://www.openstreetmap.org/#map=" + zoom + "/" + decimal(area.centre().latitude()) + "/"
        + decimal(area.centre().longitude());
  }

  private static String decimal(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }
}
