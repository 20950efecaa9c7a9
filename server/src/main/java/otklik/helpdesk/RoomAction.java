package otklik.helpdesk;

import otklik.storage.Tx;

/// A command that changes something.
non-sealed interface RoomAction extends RoomCommand {
  /// Whether it brings words to the person: then it isn't kept as a note besides.
  default boolean isAnswer() {
    return false;
  }

  void obey(Tx tx, Order order) throws Exception;
}
