package otklik.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTest {
  private static final int KILOMETRE = 1000;

  /// So much of the radius is always cell, whichever way one goes from the middle.
  private static final double INNER = 0.35;

  static Point anywhere(Random random) {
    double latitude = switch (random.nextInt(4)) {
      case 0 -> Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
      case 1 -> 90 - Math.pow(10, -6 * random.nextDouble());
      case 2 -> -90 + Math.pow(10, -6 * random.nextDouble());
      default -> random.nextGaussian();
    };
    double longitude = switch (random.nextInt(3)) {
      case 0 -> 180 - Math.pow(10, -6 * random.nextDouble());
      case 1 -> -180 + Math.pow(10, -6 * random.nextDouble());
      default -> 360 * random.nextDouble() - 180;
    };
    return new Point(latitude, longitude);
  }

  private static int radius(Random random) {
    return (int) (Area.SMALLEST * Math.pow((double) Area.LARGEST / Area.SMALLEST, random.nextDouble()));
  }

  @RepeatedTest(20)
  void the_true_point_is_within_the_radius_that_is_said(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 2000; i++) {
      Point point = anywhere(random);
      Area area = Area.around(point, radius(random));
      assertThat(area.centre().distance(point)).as(point.latitude() + ", " + point.longitude() + " → " + area)
          .isLessThanOrEqualTo(area.radius());
    }
  }

  @RepeatedTest(20)
  void a_cell_reaches_nowhere_beyond_its_radius(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 200; i++) {
      int radius = radius(random);
      Area area = Area.around(anywhere(random), radius);
      for (int azimuth = 0; azimuth < 360; azimuth += 5) {
        Point beyond = area.centre().towards(azimuth, radius);
        assertThat(Area.around(beyond, radius)).isNotEqualTo(area);
      }
    }
  }

  @RepeatedTest(20)
  void all_points_of_a_cell_have_the_same_area(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 200; i++) {
      int radius = radius(random);
      Area area = Area.around(anywhere(random), radius);
      assertThat(Area.around(area.centre(), radius)).isEqualTo(area);
      for (int reading = 0; reading < 30; reading++) {
        Point near = area.centre().towards(360 * random.nextDouble(), INNER * radius * random.nextDouble());
        assertThat(Area.around(near, radius)).isEqualTo(area);
      }
    }
  }

  @Test
  void asking_often_tells_no_more_than_asking_once() {
    var random = new Random(20261120);
    var home = new Point(41.6518934, 41.6360085);
    Set<Area> told = new HashSet<>();
    for (int reading = 0; reading < 1000; reading++) {
      told.add(Area.around(home.towards(360 * random.nextDouble(), 15 * random.nextGaussian()), KILOMETRE));
    }
    assertThat(told).containsExactly(Area.around(home, KILOMETRE));
    assertThat(home.distance(Area.around(home, KILOMETRE).centre())).isGreaterThan(100);
  }

  @Test
  void a_pole_is_one_place_however_it_is_written() {
    for (int longitude = -180; longitude <= 180; longitude += 7) {
      assertThat(Area.around(new Point(90, longitude), KILOMETRE).centre()).isEqualTo(new Point(90, 0));
      assertThat(Area.around(new Point(-89.9999, longitude), KILOMETRE).centre()).isEqualTo(new Point(-90, 0));
    }
  }

  @Test
  void the_180th_meridian_is_one_place_from_both_sides() {
    for (int latitude = -89; latitude < 90; latitude++) {
      assertThat(Area.around(new Point(latitude, 180), KILOMETRE))
          .isEqualTo(Area.around(new Point(latitude, -180), KILOMETRE));
    }
  }

  @Test
  void zero_zero_is_a_place_like_any_other() {
    Area area = Area.around(new Point(0, 0), KILOMETRE);
    assertThat(area.centre().distance(new Point(0, 0))).isLessThan(KILOMETRE);
    assertThat(area.radius()).isEqualTo(KILOMETRE);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 49, 50_001})
  void a_radius_that_hides_nothing_or_everything_is_refused(int radius) {
    assertThatIllegalArgumentException().isThrownBy(() -> Area.around(new Point(0, 0), radius))
        .withMessage("an area's radius is from 50 to 50000 metres, not " + radius);
  }
}
