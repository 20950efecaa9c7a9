package otklik.delivery;

import java.sql.SQLException;
import otklik.kernel.DeliveryId;
import otklik.turns.Turn;

/// Keys below what we said, which nobody needs any more.
public interface KeysBelow {
  /// They go, also where it is still to be said. Does nothing where nothing is known of it any more.
  void take(Turn turn, DeliveryId said) throws SQLException;
}
