package otklik.delivery;

import java.util.Set;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Hears what became of deliveries, in the transaction that records it. Only final outcomes are told: sent,
/// answered and refused.
public interface Listener {
  /// The kinds of subjects it listens to.
  Set<String> kinds();

  void heard(Tx tx, Channel channel, Done done) throws Exception;
}
