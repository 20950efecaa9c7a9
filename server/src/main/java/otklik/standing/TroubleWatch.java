package otklik.standing;

import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Is told of troubles, in the transaction that notes them.
public interface TroubleWatch {
  default void began(Tx tx, Channel channel, Trouble trouble) throws Exception {}

  default void ended(Tx tx, Channel channel, Trouble trouble) throws Exception {}
}
