package otklik.delivery;

import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.kernel.DeliveryId;
import otklik.storage.Json;

/// A call that was owed and will not be made.
///
/// @param subject null when nobody waited to hear what becomes of it
/// @param stored  the call, as it stands in its row: few ask for it, so it is read only then
public record CancelledDelivery(DeliveryId id, String lane, @Nullable Subject subject, String stored) {
  /// Whether the [Listener] of that kind waited for it.
  public boolean isAbout(String kind) {
    return subject != null && subject.kind().equals(kind);
  }

  public Call call() {
    return Json.read(stored, Call.class);
  }
}
