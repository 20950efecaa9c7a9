package otklik.emergency.requests;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;

/// A volunteer who was asked to help with a request, and the copy of the request that they see.
///
/// @param search    in which search they were asked last
/// @param delivery  makes the copy
/// @param copy      the copy's id; null until it stands there
/// @param changedAt when they were asked, their copy came to stand there or they pressed something, whichever was last
public record Asking(long id, TicketId ticket, PersonId volunteer, String chat, int search, int ring, State state,
    @Nullable DeliveryId delivery, @Nullable String copy, Instant changedAt) {

  /// The names are stored.
  public enum State {
    OWED,
    SENT,
    FAILED,
    /// Nobody was needed any more before the copy went out.
    SPARED,
    /// They pressed something.
    SEEN,
    /// They had it and gave it back.
    RETURNED;

    public String stored() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State read(String stored) {
      return valueOf(stored.toUpperCase(Locale.ROOT));
    }
  }

  /// The copy to change; null where there is none to be changed.
  public @Nullable Target shown() {
    return copy == null ? null : new Target.Known(copy);
  }
}
