package otklik.intake;

import java.util.Optional;
import otklik.channels.Incoming;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What a channel does with what comes in. One bean for each scenario, found by its name.
public interface Scenario {
  /// As the configuration writes it.
  String name();

  /// Whether this can be any of the scenario's business. What isn't, is not even kept; asked before anything is.
  default boolean concerns(Channel channel, Incoming incoming) {
    return true;
  }

  /// Whether this can't be understood yet, because it answers something that the messenger shows already while what
  /// became of our call isn't durable. It is asked again soon, for a few seconds at most; its conversation waits. Changes
  /// nothing.
  default boolean isEarly(Turn turn, Incoming incoming) throws Exception {
    return false;
  }

  /// What must be read before this can be answered, where nothing but an answer comes of it: a search, a list. It is read
  /// on a reader while the conversation waits, and what came of it is handled in place of [#handle]. Told from what came
  /// in and the settings alone: it is asked of every update, before its transaction.
  default Optional<Query> query(Channel channel, Incoming incoming) {
    return Optional.empty();
  }

  /// Decides, inside the transaction that also marks the update as handled. Touches nothing but rows; may run again
  /// from the start when the commit fails. An exception is a fault: the update is retried, then set aside.
  void handle(Turn turn, Incoming incoming) throws Exception;

  /// Whether what this says was taken in before, from another update: messengers may tell the same thing twice under two
  /// ids. Asked only when handling has failed, because that is how it shows.
  boolean knows(Turn turn, Incoming incoming) throws Exception;

  /// An update of this channel was set aside for good: whoever waits for an answer deserves an honest sentence.
  void apologise(Turn turn, Incoming incoming) throws Exception;
}
