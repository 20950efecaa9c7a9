package otklik.emergency.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import otklik.kernel.PersonId;

/// A chat whose members may ask and help.
///
/// @param address the chat's public name in the messenger; null where it has none
/// @param city    null until one of its administrators has named it
/// @param boundBy       who named the city; null also for an administrator who doesn't show who they are
/// @param question      the message that asks for the city; null before it stands there
/// @param administrator whether we are one there: to others the messenger may call a member unknown
/// @param silent        whether the messenger refused to tell of members when it was asked last
public record Community(long id, String chat, String title, @Nullable String address, @Nullable String city,
    @Nullable String country, State state, @Nullable PersonId boundBy, @Nullable String question,
    boolean administrator, boolean silent) {

  /// The names are stored.
  public enum State {
    /// One of its administrators has yet to name the city.
    ASKED,
    /// A coordinator has yet to agree.
    WAITING,
    ACTIVE,
    /// The bot isn't there any more, or coordinators have closed it.
    GONE;

    public String stored() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State read(String stored) {
      return valueOf(stored.toUpperCase(Locale.ROOT));
    }
  }
}
