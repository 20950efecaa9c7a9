package otklik.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private final WorkingHours office = WorkingHours.office(MADRID);

  @Test
  void an_office_works_from_ten_to_seven_on_weekdays() {
    assertThat(office.isOpen(madrid("2026-11-20T10:00"))).isTrue();
    assertThat(office.isOpen(madrid("2026-11-20T18:59"))).isTrue();
    assertThat(office.isOpen(madrid("2026-11-20T19:00"))).isFalse();
    assertThat(office.isOpen(madrid("2026-11-21T12:00"))).isFalse();
    assertThat(office.nextOpening(madrid("2026-11-20T19:00"))).isEqualTo(madrid("2026-11-23T10:00"));
  }

  @Test
  void working_time_passes_only_at_work() {
    var friday = madrid("2026-11-20T18:00");
    assertThat(office.plus(friday, Duration.ofHours(2))).isEqualTo(madrid("2026-11-23T11:00"));
    assertThat(office.plus(friday, Duration.ofHours(1))).isEqualTo(madrid("2026-11-20T19:00"));
    assertThat(office.plus(friday, Duration.ZERO)).isEqualTo(friday);
    assertThat(office.between(friday, madrid("2026-11-23T11:00"))).isEqualTo(Duration.ofHours(2));
    assertThat(office.between(friday, friday.minusSeconds(60))).isZero();
  }

  @Test
  void a_shift_past_midnight_ends_on_a_closed_day() {
    var nights = new WorkingHours(
        Map.of(DayOfWeek.FRIDAY, hours("22:00-02:00")), Map.of(LocalDate.parse("2026-11-21"), List.of()), Set.of(),
        MADRID);

    assertThat(nights.isOpen(madrid("2026-11-21T01:59"))).isTrue();
    assertThat(nights.isOpen(madrid("2026-11-21T02:00"))).isFalse();
  }

  @Test
  void when_the_clocks_change_the_wall_clock_counts() {
    var nights = new WorkingHours(Map.of(DayOfWeek.SUNDAY, hours("01:00-04:00")), Map.of(), Set.of(), MADRID);

    assertThat(nights.between(madrid("2026-03-29T00:00"), madrid("2026-03-29T12:00"))).isEqualTo(Duration.ofHours(2));
    assertThat(nights.between(madrid("2026-10-25T00:00"), madrid("2026-10-25T12:00"))).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void a_holiday_is_closed_every_year_unless_a_date_says_otherwise() {
    var year = new WorkingHours(WorkingHours.officeWeek(), Map.of(LocalDate.parse("2027-01-01"), hours("12:00-14:00")),
        Set.of(MonthDay.of(1, 1), MonthDay.of(2, 29)), MADRID);
    assertThat(year.isOpen(madrid("2026-01-01T13:00"))).isFalse();
    assertThat(year.isOpen(madrid("2027-01-01T13:00"))).isTrue();
    assertThat(year.isOpen(madrid("2027-01-01T15:00"))).isFalse();
    assertThat(year.isOpen(madrid("2035-01-01T13:00"))).isFalse();
    assertThat(year.isOpen(madrid("2028-02-29T13:00"))).isFalse();
    assertThat(year.isOpen(madrid("2027-03-01T13:00"))).isTrue();
  }

  /// Walks minute by minute past two changes of the clocks and compares with what the wall clock says.
  /// Lord Howe moves by half an hour, Havana and Cairo at midnight, Almaty and Kathmandu not at all, Casablanca around
  /// Ramadan; in Chatham it is a quarter to.
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Madrid", "America/Havana", "Australia/Lord_Howe", "America/New_York", "Asia/Almaty",
      "Africa/Cairo", "Africa/Casablanca", "Pacific/Chatham", "Asia/Kathmandu", "America/St_Johns"})
  void it_agrees_with_the_wall_clock(String zone) {
    long seed = System.nanoTime();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 8; round++) {
      var wall = new Wall(random, ZoneId.of(zone));
      Instant from = changeNear(random, ZoneId.of(zone)).minus(random.nextInt(3 * Interval.DAY), ChronoUnit.MINUTES);
      assertThat(wall.disagreement(from, 5 * Interval.DAY)).as("seed %d, round %d", seed, round).isEmpty();
    }
  }

  private static Instant changeNear(RandomGenerator random, ZoneId zone) {
    var year = Instant.parse("2026-01-01T00:00:00Z").plus(random.nextInt(300), ChronoUnit.DAYS);
    var change = zone.getRules().nextTransition(year);
    return change == null ? year : change.getInstant();
  }

  private static Instant madrid(String local) {
    return LocalDateTime.parse(local).atZone(MADRID).toInstant();
  }

  private static List<Interval> hours(String written) {
    return List.of(Interval.parse(written).orElseThrow());
  }

  /// The slow and obvious model: a minute is open when the clock on the wall says so.
  private static final class Wall {
    final Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
    final Map<LocalDate, List<Interval>> except = new HashMap<>();
    final Set<MonthDay> holidays = new HashSet<>();
    final ZoneId zone;
    final WorkingHours hours;

    Wall(RandomGenerator random, ZoneId zone) {
      this.zone = zone;
      for (DayOfWeek day : DayOfWeek.values()) {
        week.put(day, random(random, 1));
      }
      LocalDate newYear = LocalDate.parse("2026-01-01");
      for (int i = 0; i < 60; i++) {
        except.put(newYear.plusDays(random.nextInt(400)), random(random, 0));
      }
      for (int i = 0; i < 60; i++) {
        holidays.add(MonthDay.from(newYear.plusDays(random.nextInt(365))));
      }
      hours = new WorkingHours(week, except, holidays, zone);
    }

    private static List<Interval> random(RandomGenerator random, int least) {
      var intervals = new ArrayList<Interval>();
      int count = random.nextInt(least, 4);
      for (int i = 0; i < count; i++) {
        int from = random.nextInt(Interval.DAY / 15) * 15;
        intervals.add(new Interval(from, from + 15 * random.nextInt(1, 60)));
      }
      return intervals;
    }

    private boolean isOpen(Instant moment) {
      var local = moment.atZone(zone).toLocalDateTime();
      int minute = local.getHour() * 60 + local.getMinute();
      return on(local.toLocalDate(), minute) || on(local.toLocalDate().minusDays(1), minute + Interval.DAY);
    }

    private boolean on(LocalDate day, int minute) {
      boolean holiday = holidays.contains(MonthDay.of(day.getMonthValue(), day.getDayOfMonth()));
      return except.getOrDefault(day, holiday ? List.of() : week.get(day.getDayOfWeek())).stream()
          .anyMatch(interval -> interval.from() <= minute && minute < interval.to());
    }

    String disagreement(Instant from, int minutes) {
      long worked = 0;
      for (int i = 0; i < minutes; i++) {
        Instant moment = from.plus(i, ChronoUnit.MINUTES);
        boolean open = isOpen(moment);
        if (hours.isOpen(moment) != open) {
          return moment + " should be " + (open ? "open" : "closed");
        }
        worked += open ? 1 : 0;
        Instant after = moment.plus(1, ChronoUnit.MINUTES);
        if (i % 97 == 0 && !hours.between(from, after).equals(Duration.ofMinutes(worked))) {
          return "until " + after + " " + worked + " minutes were worked";
        }
        if (open && i % 97 == 0 && !hours.plus(from, Duration.ofMinutes(worked)).equals(after)) {
          return worked + " minutes should be worked at " + after;
        }
        if (i > 0 && open && !isOpen(moment.minus(1, ChronoUnit.MINUTES))
            && !hours.nextOpening(moment.minus(1, ChronoUnit.MINUTES)).equals(moment)) {
          return "the next opening should be " + moment;
        }
      }
      return "";
    }
  }
}
