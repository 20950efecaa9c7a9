package otklik.geography;

import net.sf.geographiclib.Geodesic;

/// Where somebody is, for those who must not know exactly.
///
/// The earth is laid out in fixed cells; an area is the whole cell that a point lies in. A point has the same area
/// however often it is asked for, so there is nothing to average. Somebody who moves, or whose readings jitter at an
/// edge, is seen to leave a cell for the next one: give out the area of one reading, not of each.
///
/// @param centre of the cell
/// @param radius in metres; everything in the cell is within it, and round enough to be said: "≈ 1 km"
public record Area(Point centre, int radius) {
  public static final int SMALLEST = 50;
  public static final int LARGEST = 50_000;

  private static final double QUARTER = 90;
  private static final double HALF_TURN = 180;
  private static final double WHOLE_TURN = 360;
  private static final double EAST = 90;
  private static final double QUARTER_METRES = new Point(0, 0).distance(new Point(QUARTER, 0));

  /// A square's side is √2 of the radius of the circle around it; a little less, because a degree of latitude isn't
  /// equally long everywhere and cells aren't quite square.
  private static final double SIDE = 1.4;

  /// @throws IllegalArgumentException when the radius isn't from [#SMALLEST] to [#LARGEST]
  public Area {
    requireSensible(radius);
  }

  /// The cell around a point, among cells that such a radius covers.
  ///
  /// @param radius in metres
  /// @throws IllegalArgumentException as above
  public static Area around(Point point, int radius) {
    requireSensible(radius);
    double side = SIDE * radius;
    long rows = (long) Math.ceil(QUARTER_METRES / side);
    double height = QUARTER / rows;
    long row = Math.round(point.latitude() / height);
    if (Math.abs(row) == rows) {
      return new Area(new Point(Math.copySign(QUARTER, row), 0), radius);
    }
    double columns = Math.ceil(WHOLE_TURN / widthInDegrees(row, height, side));
    double width = WHOLE_TURN / columns;
    double column = Math.min(Math.floor((point.longitude() + HALF_TURN) / width), columns - 1);
    return new Area(new Point(row * height, (column + 0.5) * width - HALF_TURN), radius);
  }

  /// How far the side reaches on the row's longest parallel, the one nearest to the equator.
  private static double widthInDegrees(long row, double height, double side) {
    double widest = Math.max(0, (Math.abs(row) - 0.5) * height);
    return Geodesic.WGS84.Direct(widest, 0, EAST, side).lon2;
  }

  private static void requireSensible(int radius) {
    if (radius < SMALLEST || radius > LARGEST) {
      throw new IllegalArgumentException(
          "an area's radius is from " + SMALLEST + " to " + LARGEST + " metres, not " + radius);
    }
  }
}
