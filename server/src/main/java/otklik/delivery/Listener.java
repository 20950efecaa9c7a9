package otklik.delivery;

import java.util.Set;
import otklik.channels.Outcome;
import otklik.kernel.DeliveryId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Hears what became of deliveries, in the transaction that records it. Only final outcomes are told:
/// [Outcome.Sent] and [Outcome.Refused].
public interface Listener {
  /// The kinds of subjects it listens to.
  Set<String> kinds();

  void heard(Tx tx, Channel channel, DeliveryId delivery, Subject subject, Outcome outcome) throws Exception;
}
