package otklik.standing;

import otklik.turns.Turn;

/// Is told of troubles, in the transaction that notes them.
public interface TroubleWatch {
  default void began(Turn turn, Trouble trouble) throws Exception {}

  default void ended(Turn turn, Trouble trouble) throws Exception {}
}
