package otklik.emergency.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import otklik.emergency.people.Volunteer.Quiet;

class QuietTest {
  private static final ZoneId TBILISI = ZoneId.of("Asia/Tbilisi");
  private static final Quiet NIGHT = new Quiet(LocalTime.of(22, 0), LocalTime.of(8, 0));
  private static final Quiet NOON = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 30));

  @Test
  void quiet_hours_may_go_over_midnight() {
    assertThat(NIGHT.holds(LocalTime.of(22, 0))).isTrue();
    assertThat(NIGHT.holds(LocalTime.of(7, 59))).isTrue();
    assertThat(NIGHT.holds(LocalTime.of(8, 0))).isFalse();
    assertThat(NOON.holds(LocalTime.of(14, 29))).isTrue();
    assertThat(NOON.holds(LocalTime.of(14, 30))).isFalse();
  }

  @Test
  void they_end_by_the_clock_of_the_city() {
    assertThat(NIGHT.endAfter(Instant.parse("2026-01-10T19:00:00Z"), TBILISI))
        .isEqualTo(Instant.parse("2026-01-11T04:00:00Z"));
    assertThat(NIGHT.endAfter(Instant.parse("2026-01-11T01:00:00Z"), TBILISI))
        .isEqualTo(Instant.parse("2026-01-11T04:00:00Z"));
    assertThat(NOON.endAfter(Instant.parse("2026-01-11T09:00:00Z"), TBILISI))
        .isEqualTo(Instant.parse("2026-01-11T10:30:00Z"));
  }

  /// Two o'clock of that night never came there: clocks went on to three.
  @Test
  void an_end_within_the_hour_that_summer_time_takes_away_comes_when_the_hour_has_passed() {
    Quiet quiet = new Quiet(LocalTime.of(23, 0), LocalTime.of(2, 30));
    ZoneId madrid = ZoneId.of("Europe/Madrid");
    Instant end = quiet.endAfter(Instant.parse("2026-03-28T23:00:00Z"), madrid);
    assertThat(end).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(quiet.holds(end.atZone(madrid).toLocalTime())).isFalse();
  }
}
