package otklik.delivery;

import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.kernel.DeliveryId;
import otklik.workspaces.Channel;

/// A call that waits to be made.
///
/// @param started true when it was begun before, possibly by a program that died over it
record Delivery(
    DeliveryId id,
    Channel channel,
    String chat,
    String lane,
    Priority priority,
    Call call,
    @Nullable Subject subject,
    boolean started) {}
