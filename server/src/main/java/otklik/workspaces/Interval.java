package otklik.workspaces;

import java.util.Optional;
import java.util.regex.Pattern;

/// Hours within a day, in minutes from its midnight: from the first until before the second.
///
/// @param from 0–1439
/// @param to   after `from`; above 1440 when the hours end on the next day, at most a day long
record Interval(int from, int to) {
  static final int DAY = 24 * 60;
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–]\\s*(\\d{1,2}):(\\d{2})");

  /// Reads "10:00-19:00"; "22:00-02:00" ends on the next day; "00:00-24:00" is the whole day.
  static Optional<Interval> parse(String written) {
    var matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int from = minutes(matcher.group(1), matcher.group(2));
    int to = minutes(matcher.group(3), matcher.group(4));
    if (from < 0 || from == DAY || to < 0 || from == to) {
      return Optional.empty();
    }
    return Optional.of(new Interval(from, to < from ? to + DAY : to));
  }

  private static int minutes(String hour, String minute) {
    int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    return Integer.parseInt(minute) < 60 && minutes <= DAY ? minutes : -1;
  }
}
