package otklik.emergency.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.geography.Area;
import otklik.geography.Point;
import otklik.kernel.TicketId;

/// What a request is about. Its number, state and owner are the ticket's.
///
/// @param community   by which the person was let in; null when that one is gone
/// @param exact       null when the place was only told in words, and for everybody once the request is closed
/// @param address     as the person wrote it; null likewise
/// @param area        what everybody may know; null when not even the city's surroundings are known
/// @param description the person's words; empty when they only sent files
/// @param search      1 for the first, one more after each return to the pool
/// @param ring        how far the search has come, from 0; -1 before the first
/// @param takenAt     when the volunteer who has it took it
/// @param checkedIn   what they said last
/// @param ending      why it was closed
public record Request(TicketId ticket, String city, String country, @Nullable Long community, @Nullable Fix exact,
    @Nullable String address, @Nullable Area area, String description, Attachments attachments, int search, int ring,
    Instant expiresAt, @Nullable Instant takenAt, @Nullable CheckIn checkedIn, @Nullable Instant checkedInAt,
    @Nullable Ending ending, boolean appealed) {

  /// A position as the messenger told it.
  ///
  /// @param accuracy radius of uncertainty in metres; null where the messenger doesn't tell
  /// @param at       when it was told
  /// @param live     whether it goes on changing
  public record Fix(Point point, @Nullable Double accuracy, Instant at, boolean live) {}

  /// What a volunteer on their way says. The names are stored.
  public enum CheckIn {
    ON_MY_WAY,
    THERE,
    ALL_WELL
  }

  /// Why a request was closed. The names are stored.
  public enum Ending {
    FULFILLED,
    CANCELLED,
    /// By a coordinator.
    CLOSED,
    EXPIRED,
    NOT_URGENT,
    BLOCKED,
    ERASED
  }
}
