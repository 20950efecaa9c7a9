package otklik.workspaces;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import otklik.settings.Section;

/// When people are at work: hours of each weekday, and dates that differ, by the clock on the wall of one time zone.
///
/// A moment is open exactly when the wall clock shows open hours. When clocks go forward, hours that don't exist are
/// not worked; when they go back, hours that come twice are worked twice. Hours past midnight belong to the day they
/// began, so a closed date ends no night shift of the day before.
public final class WorkingHours {
  private static final List<Interval> OFFICE = List.of(new Interval(10 * 60, 19 * 60));

  private final Map<DayOfWeek, List<Interval>> week;
  private final Map<LocalDate, List<Interval>> except;
  private final Set<MonthDay> holidays;
  private final ZoneId zone;

  private record Span(Instant start, Instant end) {}

  /// @param holidays closed every year; a date under `except` goes before them
  /// @throws IllegalArgumentException when no weekday is open
  WorkingHours(Map<DayOfWeek, List<Interval>> week, Map<LocalDate, List<Interval>> except, Set<MonthDay> holidays,
      ZoneId zone) {
    if (week.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("no weekday is open");
    }
    this.week = new EnumMap<>(week);
    this.except = Map.copyOf(except);
    this.holidays = Set.copyOf(holidays);
    this.zone = zone;
  }

  /// Monday to Friday from 10:00 to 19:00.
  public static WorkingHours office(ZoneId zone) {
    return new WorkingHours(officeWeek(), Map.of(), Set.of(), zone);
  }

  /// Reads `mon: ["10:00-14:00", "15:00-19:00"]`, `mon-fri: …`, `sun: closed`,
  /// `except: { 2026-12-25: closed, 2026-12-31: ["10:00-14:00"] }` and `holidays: [2026-12-25, 01-01]`, where a day
  /// without a year is closed every year unless `except` says otherwise. Weekdays that aren't named are closed; where
  /// none is named, the office's hours apply.
  public static WorkingHours read(Section section, ZoneId zone) {
    return new HoursReader(section, zone).read();
  }

  static Map<DayOfWeek, List<Interval>> officeWeek() {
    var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
    Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
        .forEach(day -> week.put(day, OFFICE));
    return week;
  }

  public ZoneId zone() {
    return zone;
  }

  public boolean isOpen(Instant moment) {
    return nextOpening(moment).equals(moment);
  }

  /// The first open moment from the given one on: the moment itself when it is open.
  public Instant nextOpening(Instant moment) {
    return openFrom(moment).start();
  }

  /// The moment at which so much working time will have passed; at the end of a working day rather than at the
  /// beginning of the next one.
  public Instant plus(Instant moment, Duration workingTime) {
    Instant cursor = moment;
    Duration left = workingTime;
    while (left.isPositive()) {
      Span open = openFrom(cursor);
      Duration worked = Duration.between(open.start(), open.end());
      if (left.compareTo(worked) <= 0) {
        return open.start().plus(left);
      }
      left = left.minus(worked);
      cursor = open.end();
    }
    return cursor;
  }

  /// The working time from one moment to a later one; zero when the second isn't later.
  public Duration between(Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    for (Instant cursor = from; cursor.isBefore(to); ) {
      Span open = openFrom(cursor);
      Instant end = earlier(open.end(), to);
      if (open.start().isBefore(end)) {
        sum = sum.plus(Duration.between(open.start(), end));
      }
      cursor = end;
    }
    return sum;
  }

  /// The open stretch that `moment` lies in, from `moment` on, else the next one. Goes from one change of the clocks
  /// to the next, because between them local times map to instants one to one.
  private Span openFrom(Instant moment) {
    Instant cursor = moment;
    while (true) {
      ZoneOffset offset = zone.getRules().getOffset(cursor);
      var change = zone.getRules().nextTransition(cursor);
      Instant until = change == null ? Instant.MAX : change.getInstant();
      LocalDate date = LocalDateTime.ofInstant(cursor, offset).toLocalDate();
      for (LocalDate day = date; at(day, 0, offset).isBefore(until); day = day.plusDays(1)) {
        for (Interval hours : hoursOn(day)) {
          Instant start = later(at(day, hours.from(), offset), cursor);
          Instant end = earlier(at(day, hours.to(), offset), until);
          if (start.isBefore(end)) {
            return new Span(start, end);
          }
        }
      }
      cursor = until;
    }
  }

  /// What is open between the midnights of a day, in order: its own hours and those that reach into it from the day
  /// before. They may overlap.
  private List<Interval> hoursOn(LocalDate day) {
    var hours = new ArrayList<Interval>();
    begunOn(day.minusDays(1)).stream()
        .filter(interval -> interval.to() > Interval.DAY)
        .forEach(interval -> hours.add(new Interval(0, interval.to() - Interval.DAY)));
    begunOn(day)
        .forEach(interval -> hours.add(new Interval(interval.from(), Math.min(interval.to(), Interval.DAY))));
    hours.sort(Comparator.comparing(Interval::from));
    return hours;
  }

  private List<Interval> begunOn(LocalDate day) {
    List<Interval> exception = except.get(day);
    if (exception != null) {
      return exception;
    }
    return holidays.contains(MonthDay.from(day)) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private static Instant at(LocalDate day, int minute, ZoneOffset offset) {
    return day.atStartOfDay().plusMinutes(minute).toInstant(offset);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
