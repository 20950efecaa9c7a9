package otklik.delivery;

import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.kernel.DeliveryId;

/// A delivery of which nothing more will come.
public record SettledDelivery(DeliveryId id, Subject subject, Call call, Outcome.Settled outcome) {}
