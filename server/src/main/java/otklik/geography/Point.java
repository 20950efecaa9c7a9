package otklik.geography;

import java.util.Locale;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/// A place on the earth (WGS 84), as messengers give it. One place is one value: longitudes are brought into
/// −180…180 without 180 itself, and a pole has longitude 0.
///
/// Where somebody is must not end up in a log: what a point says of itself is a rounded place, see [#toString].
///
/// @param latitude  degrees to the north, −90…90
/// @param longitude degrees to the east; given within −360…360, kept within −180…180
public record Point(double latitude, double longitude) {
  private static final double WHOLE_TURN = 360;
  private static final double HALF_TURN = 180;
  private static final double POLE = 90;

  /// @throws IllegalArgumentException when there is no such place
  public Point {
    if (!(Math.abs(latitude) <= POLE)) {
      throw new IllegalArgumentException("a latitude is from -90 to 90 degrees, not " + latitude);
    }
    if (!(Math.abs(longitude) <= WHOLE_TURN)) {
      throw new IllegalArgumentException("a longitude is from -180 to 180 degrees, not " + longitude);
    }
    latitude = withoutNegativeZero(latitude);
    longitude = Math.abs(latitude) == POLE ? 0 : withoutNegativeZero(withinOneTurn(longitude));
  }

  /// The shortest way over the ellipsoid, in metres.
  public double distance(Point other) {
    return Geodesic.WGS84.Inverse(latitude, longitude, other.latitude, other.longitude, GeodesicMask.DISTANCE).s12;
  }

  /// Where one arrives who goes straight on.
  ///
  /// @param azimuth the direction at the start: degrees from the north, eastward
  /// @param metres  how far
  public Point towards(double azimuth, double metres) {
    GeodesicData end = Geodesic.WGS84.Direct(latitude, longitude, azimuth, metres);
    return new Point(end.lat2, end.lon2);
  }

  /// To about eleven kilometres.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "about %.1f, %.1f", latitude, longitude);
  }

  private static double withinOneTurn(double degrees) {
    if (degrees >= HALF_TURN) {
      return degrees - WHOLE_TURN;
    }
    return degrees < -HALF_TURN ? degrees + WHOLE_TURN : degrees;
  }

  private static double withoutNegativeZero(double degrees) {
    return degrees + 0.0;
  }
}
