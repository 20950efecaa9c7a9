package otklik.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointTest {
  private static final Point TAVEUNI = new Point(-16.8, 179.9);
  private static final Point NORTH_POLE = new Point(90, 0);
  private static final Point SOUTH_POLE = new Point(-90, 0);

  @ParameterizedTest
  @CsvSource({"90.000001, 0", "-90.1, 0", "NaN, 0", "0, NaN", "Infinity, 0", "0, -Infinity", "0, 360.5", "0, -361"})
  void a_place_that_does_not_exist_is_refused(double latitude, double longitude) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(latitude, longitude))
        .withMessageMatching("a (latitude is from -90 to 90|longitude is from -180 to 180) degrees, not .*");
  }

  @Test
  void one_place_is_one_value() {
    assertThat(new Point(10, 180)).isEqualTo(new Point(10, -180));
    assertThat(new Point(10, 190)).isEqualTo(new Point(10, -170));
    assertThat(new Point(10, -181)).isEqualTo(new Point(10, 179));
    assertThat(new Point(10, 360)).isEqualTo(new Point(10, 0));
    assertThat(new Point(-0.0, -0.0)).isEqualTo(new Point(0, 0)).hasSameHashCodeAs(new Point(0, 0));
    assertThat(new Point(90, 44)).isEqualTo(new Point(90, -100));
    assertThat(new Point(-90, 44)).isEqualTo(SOUTH_POLE);
  }

  @Test
  void a_place_that_lacks_nothing_is_kept_as_it_was_told() {
    var fountain = new Point(41.6518934, 41.6360085);
    assertThat(fountain.latitude()).isEqualTo(41.6518934);
    assertThat(fountain.longitude()).isEqualTo(41.6360085);
  }

  @Test
  void twenty_kilometres_across_the_180th_meridian_are_twenty_kilometres() {
    Point beyond = TAVEUNI.towards(90, 20_000);
    assertThat(beyond.longitude()).isBetween(-180.0, -179.9);
    assertThat(TAVEUNI.distance(beyond)).isCloseTo(20_000, within(0.01));
    assertThat(beyond.distance(TAVEUNI)).isCloseTo(20_000, within(0.01));
  }

  @Test
  void distances_are_those_of_the_ellipsoid() {
    assertThat(NORTH_POLE.distance(SOUTH_POLE)).isCloseTo(20_003_931.46, within(0.01));
    assertThat(new Point(0, 0).distance(new Point(0, 1))).isCloseTo(111_319.49, within(0.01));
    assertThat(new Point(0, 0).distance(new Point(0, 0))).isZero();
    assertThat(new Point(90, 10).distance(new Point(90, -170))).isZero();
    assertThat(new Point(89.9, 0).distance(new Point(89.9, 180))).isCloseTo(2 * 11_169.39, within(0.1));
  }

  @RepeatedTest(20)
  void who_goes_so_far_is_so_far_away(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 200; i++) {
      Point from = AreaTest.anywhere(random);
      double metres = random.nextDouble() * 1_000_000;
      Point to = from.towards(random.nextDouble() * 360, metres);
      assertThat(from.distance(to)).isCloseTo(metres, within(0.01));
      assertThat(to.distance(from)).isEqualTo(from.distance(to));
    }
  }

  @Test
  void a_log_does_not_learn_where_somebody_is() {
    assertThat(new Point(41.6518934, 41.6360085).toString()).isEqualTo("about 41.7, 41.6");
  }
}
