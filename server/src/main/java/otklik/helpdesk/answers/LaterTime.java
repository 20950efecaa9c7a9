package otklik.helpdesk.answers;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When something is to happen later: `9:00`, `2026-11-25 9:00` or `30m` (h, d), before whatever else was written.
///
/// @param end where the words behind it begin
record LaterTime(Instant at, int end) {
  private static final Pattern TIME =
      Pattern.compile("\\s*(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})\\s+)?(\\d{1,2}):(\\d{2})(?:\\s+|$)");
  private static final Pattern SPAN = Pattern.compile("\\s*(\\d{1,4})([mhdмчд])(?:\\s+|$)");

  /// Empty when the text begins with no such time. A time of day without a date is the next such time; one with a date
  /// may be past.
  static Optional<LaterTime> read(String text, Instant now, ZoneId zone) {
    Matcher span = SPAN.matcher(text);
    if (span.lookingAt()) {
      return Optional.of(new LaterTime(now.plus(length(span)), span.end()));
    }
    Matcher time = TIME.matcher(text);
    if (!time.lookingAt()) {
      return Optional.empty();
    }
    try {
      LocalTime clock = LocalTime.of(Integer.parseInt(time.group(4)), Integer.parseInt(time.group(5)));
      LocalDate date = date(time);
      ZonedDateTime at = (date == null ? now.atZone(zone).toLocalDate() : date).atTime(clock).atZone(zone);
      if (date == null && !at.toInstant().isAfter(now)) {
        at = at.toLocalDate().plusDays(1).atTime(clock).atZone(zone);
      }
      return Optional.of(new LaterTime(at.toInstant(), time.end()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration length(Matcher span) {
    long number = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "m", "м" -> Duration.ofMinutes(number);
      case "h", "ч" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private static @Nullable LocalDate date(Matcher time) {
    return time.group(1) == null ? null : LocalDate.of(Integer.parseInt(time.group(1)),
        Integer.parseInt(time.group(2)), Integer.parseInt(time.group(3)));
  }
}
