package otklik.talk;

import java.util.List;
import otklik.delivery.NewDelivery;
import otklik.turns.ReadTurn;

/// A command that only shows something. It is read on a reader, so that a long one holds up nobody.
public non-sealed interface RoomQuery extends RoomCommand {
  /// What is said, in this order.
  List<NewDelivery> shown(ReadTurn turn, Inquiry inquiry) throws Exception;
}
