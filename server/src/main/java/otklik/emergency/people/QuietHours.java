package otklik.emergency.people;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import otklik.emergency.people.Volunteer.Quiet;

/// Quiet hours as people write them: «22:00–8:00», «с 22 до 8», 22.30-7.
public final class QuietHours {
  private static final Pattern TIMES =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?+\\D+(\\d{1,2})(?:[:.](\\d{2}))?+\\D*");
  private static final int HOURS = 24;
  private static final int MINUTES = 60;
  private static final int FEW_LETTERS = 10;

  private QuietHours() {}

  /// Empty when these aren't two different times of day.
  public static Optional<Quiet> read(String words) {
    Matcher times = TIMES.matcher(words.strip().replaceFirst("^\\D+", ""));
    if (!times.matches()) {
      return Optional.empty();
    }
    Optional<LocalTime> from = time(times.group(1), times.group(2));
    Optional<LocalTime> until = time(times.group(3), times.group(4));
    return from.isEmpty() || until.isEmpty() || from.equals(until) ? Optional.empty()
        : Optional.of(new Quiet(from.get(), until.get()));
  }

  /// Whether somebody wanted to name hours, as far as one can tell: a number and hardly a word beside it.
  public static boolean isMeant(String words) {
    return words.chars().anyMatch(Character::isDigit) && words.chars().filter(Character::isLetter).count() <= FEW_LETTERS;
  }

  /// 24:00 is the day's end as well as its beginning.
  private static Optional<LocalTime> time(String hours, @Nullable String minutes) {
    int hour = Integer.parseInt(hours);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if (hour > HOURS || minute >= MINUTES || hour == HOURS && minute > 0) {
      return Optional.empty();
    }
    return Optional.of(LocalTime.of(hour % HOURS, minute));
  }

  public static String written(Quiet quiet) {
    return quiet.from() + "–" + quiet.until();
  }
}
