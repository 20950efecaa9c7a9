package otklik.emergency;

import otklik.storage.Tx;

/// A command that changes something.
non-sealed interface RoomAction extends RoomCommand {
  void obey(Tx tx, Order order) throws Exception;
}
