package otklik.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.kernel.DeliveryId;
import otklik.workspaces.Channel;

/// A call that waits to be made.
///
/// @param replaceable whether a newer one may take its place while it waits, or is in the air
/// @param joins   texts under the same key may be told in one message
/// @param started true when it was begun before, possibly by a program that died over it
/// @param failures how its calls failed so far
/// @param by      the account that must make it, by its id in the messenger; null while any that can may
record Delivery(
    DeliveryId id,
    Channel channel,
    String chat,
    String lane,
    Priority priority,
    Call call,
    @Nullable Subject subject,
    boolean replaceable,
    @Nullable String joins,
    Instant owedAt,
    boolean started,
    Failures failures,
    @Nullable String by) {
  Delivery by(String account) {
    return new Delivery(id, channel, chat, lane, priority, call, subject, replaceable, joins, owedAt, started, failures,
        account);
  }

  Delivery failed(Failures now) {
    return new Delivery(id, channel, chat, lane, priority, call, subject, replaceable, joins, owedAt, started, now, by);
  }
}
