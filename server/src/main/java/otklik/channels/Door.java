package otklik.channels;

import java.util.List;

/// Where a messenger's updates come in.
public interface Door {
  /// Returns when every update is durable (or was already); only then may they be confirmed to the messenger.
  /// Throws when they couldn't be kept: then nothing may be confirmed.
  void accept(List<Received> updates) throws InterruptedException;

  /// The messenger was asked for updates, answered, and everything it had is kept: said after each such answer, also
  /// after one without updates. A messenger that pushes is never asked.
  default void answered() {}

  /// The messenger was asked for updates in vain, or what it answered could not be kept. Said after each time; asking
  /// never lasts for more than a minute without one of the two being said.
  default void askedInVain() {}

  /// Whether the program is short of memory. Then little should come in, but never nothing: whoever asks for updates asks
  /// for few and pauses in between; whoever is pushed asks [#mayPush].
  default boolean isShortOfMemory() {
    return false;
  }

  /// Whether an update that is pushed now may be handed over. If not, the messenger is told to bring it later: it keeps
  /// it for so long.
  default boolean mayPush() {
    return true;
  }

  /// The messenger doesn't know the account's token any more: nothing comes until it does again. Said once.
  default void refused(String detail) {}

  /// After that: it does. Also said once when updates begin to come.
  default void admitted() {}
}
