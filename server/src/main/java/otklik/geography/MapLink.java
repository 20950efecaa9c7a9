package otklik.geography;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The way to a map for whoever may know the exact point.
public final class MapLink {
  /// About a metre.
  private static final int DECIMALS = 5;

  private MapLink() {}

  /// OpenStreetMap with a marker, near enough to see houses.
  public static String to(Point point) {
    String latitude = decimal(point.latitude());
    String longitude = decimal(point.longitude());
    return "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude
        + "#map=17/" + latitude + "/" + longitude;
  }

  private static String decimal(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }
}
