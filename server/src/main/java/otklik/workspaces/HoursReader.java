package otklik.workspaces;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import otklik.settings.Section;

/// Reads working hours from the configuration.
final class HoursReader {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String CLOSED = "closed";
  private static final String EXCEPT = "except";
  private static final String HOLIDAYS = "holidays";
  /// With so few there is always a day to work on.
  private static final int MOST_HOLIDAYS = 100;
  private static final Pattern YEARLY = Pattern.compile("\\d\\d-\\d\\d");

  private final Section section;
  private final ZoneId zone;

  HoursReader(Section section, ZoneId zone) {
    this.section = section;
    this.zone = zone;
  }

  WorkingHours read() {
    Map<LocalDate, List<Interval>> except = except(section.section(EXCEPT));
    Set<MonthDay> holidays = holidays(except);
    Map<DayOfWeek, List<Interval>> week = week();
    if (week.isEmpty()) {
      return new WorkingHours(WorkingHours.officeWeek(), except, holidays, zone);
    }
    if (week.values().stream().allMatch(List::isEmpty)) {
      if (weekdays().allMatch(key -> section.texts(key).equals(List.of(CLOSED)))) {
        weekdays().findFirst().ifPresent(key -> section.problem(key, "at least one weekday must be open"));
      }
      return WorkingHours.office(zone);
    }
    return new WorkingHours(week, except, holidays, zone);
  }

  private Map<DayOfWeek, List<Interval>> week() {
    var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
    weekdays().forEach(key -> {
      List<Interval> hours = intervals(section, key);
      for (DayOfWeek day : days(key)) {
        if (week.putIfAbsent(day, hours) != null) {
          section.problem(key, DAYS.get(day.ordinal()) + " has hours already");
        }
      }
    });
    return week;
  }

  private Stream<String> weekdays() {
    return section.keys().stream().filter(key -> !key.equals(EXCEPT) && !key.equals(HOLIDAYS));
  }

  /// "mon" or "mon-fri", also "fri-mon".
  private List<DayOfWeek> days(String key) {
    String[] ends = key.toLowerCase(Locale.ROOT).split("-", -1);
    int first = DAYS.indexOf(ends[0]);
    int last = DAYS.indexOf(ends[ends.length - 1]);
    if (first < 0 || last < 0 || ends.length > 2) {
      section.problem(key, "is not a weekday; allowed: " + String.join(", ", DAYS) + ", mon-fri, except, holidays");
      return List.of();
    }
    var days = new ArrayList<DayOfWeek>();
    DayOfWeek day = DayOfWeek.values()[first];
    days.add(day);
    while (day.ordinal() != last) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static Map<LocalDate, List<Interval>> except(Section dates) {
    var except = new TreeMap<LocalDate, List<Interval>>();
    for (String key : dates.keys()) {
      List<Interval> hours = intervals(dates, key);
      try {
        except.put(LocalDate.parse(key), hours);
      } catch (DateTimeParseException _) {
        dates.problem(key, "is not a date such as 2026-12-25");
      }
    }
    return except;
  }

  /// Days of every year; those of one year are closed dates.
  private Set<MonthDay> holidays(Map<LocalDate, List<Interval>> except) {
    var yearly = new HashSet<MonthDay>();
    List<String> written = section.texts(HOLIDAYS);
    if (written.size() > MOST_HOLIDAYS) {
      section.problem(HOLIDAYS, "more than " + MOST_HOLIDAYS + " days");
    }
    for (String day : written) {
      try {
        if (YEARLY.matcher(day).matches()) {
          yearly.add(MonthDay.parse("--" + day));
        } else if (except.putIfAbsent(LocalDate.parse(day), List.of()) != null) {
          section.problem(HOLIDAYS, "'" + day + "' stands under except or here already");
        }
      } catch (DateTimeParseException _) {
        section.problem(HOLIDAYS, "'" + day + "' is not a date such as 2026-12-25 or, for every year, 12-25");
      }
    }
    return yearly;
  }

  private static List<Interval> intervals(Section section, String key) {
    List<String> written = section.texts(key);
    if (written.equals(List.of(CLOSED))) {
      return List.of();
    }
    if (written.isEmpty()) {
      section.problem(key, "must be hours such as [\"10:00-14:00\", \"15:00-19:00\"], or closed");
    }
    var intervals = new ArrayList<Interval>();
    for (String hours : written) {
      Interval.parse(hours).ifPresentOrElse(
          intervals::add,
          () -> section.problem(key, "'" + hours + "' is not hours such as 10:00-19:00, or closed"));
    }
    return List.copyOf(intervals);
  }
}
