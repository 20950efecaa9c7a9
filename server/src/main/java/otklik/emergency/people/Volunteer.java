package otklik.emergency.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import otklik.kernel.PersonId;

/// Somebody who wants to help.
///
/// @param chat     where they are asked
/// @param city     where they are at home
/// @param quiet    when they want to be left alone, by the clock of their city; null for never
/// @param language an IETF tag; null where it isn't known
public record Volunteer(PersonId person, String chat, String city, String country, boolean paused, @Nullable Quiet quiet,
    Instant joinedAt, @Nullable String language) {

  /// From a time of day until another, which may be the next day's. Never the same.
  public record Quiet(LocalTime from, LocalTime until) {
    boolean holds(LocalTime now) {
      return from.isBefore(until)
          ? !now.isBefore(from) && now.isBefore(until)
          : !now.isBefore(from) || now.isBefore(until);
    }

    /// When it is over next, counted from a moment within it.
    public Instant endAfter(Instant moment, ZoneId zone) {
      LocalDate today = moment.atZone(zone).toLocalDate();
      Instant end = today.atTime(until).atZone(zone).toInstant();
      return end.isAfter(moment) ? end : today.plusDays(1).atTime(until).atZone(zone).toInstant();
    }
  }

  /// Whether they may be asked at that moment.
  public boolean hears(Instant moment, ZoneId zone) {
    return !paused && (quiet == null || !quiet.holds(moment.atZone(zone).toLocalTime()));
  }
}
