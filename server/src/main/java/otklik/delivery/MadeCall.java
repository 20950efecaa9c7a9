package otklik.delivery;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import otklik.kernel.DeliveryId;
import otklik.workspaces.Channel;

/// A call that was made, and by whom.
///
/// @param deliveries those of the parcel that are recorded together
/// @param byHelper   whether a helper made it, not the channel's own account
record MadeCall(Parcel parcel, List<Delivery> deliveries, SendingAccount sender, boolean byHelper) {
  MadeCall only(int one) {
    return new MadeCall(parcel, List.of(deliveries.get(one)), sender, byHelper);
  }

  MadeCall with(UnaryOperator<Delivery> change) {
    return new MadeCall(parcel, deliveries.stream().map(change).toList(), sender, byHelper);
  }

  Delivery first() {
    return deliveries.getFirst();
  }

  /// The first of those that were told together.
  @Nullable DeliveryId joined() {
    return parcel.isJoined() ? parcel.first().id() : null;
  }

  /// The helper that made it.
  @Nullable String helper() {
    return byHelper ? sender.id() : null;
  }

  Channel channel() {
    return first().channel();
  }
}
