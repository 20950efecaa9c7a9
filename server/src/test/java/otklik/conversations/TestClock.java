package otklik.conversations;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/// A clock that goes on by itself, and that a test moves forward.
final class TestClock implements InstantSource {
  private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

  private volatile Duration ahead = Duration.ZERO;

  TestClock() {
    goTo(DayOfWeek.TUESDAY, LocalTime.NOON);
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead);
  }

  void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  /// The next such moment at the desk.
  void goTo(DayOfWeek day, LocalTime time) {
    ZonedDateTime now = instant().atZone(ZONE);
    ZonedDateTime then = now.with(TemporalAdjusters.nextOrSame(day)).with(time);
    if (!then.isAfter(now)) {
      then = then.plusWeeks(1);
    }
    advance(Duration.between(now, then));
  }
}
