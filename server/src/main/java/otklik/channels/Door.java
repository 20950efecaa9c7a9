package otklik.channels;

import java.util.List;

/// Where a messenger's updates come in.
public interface Door {
  /// Returns when every update is durable (or was already); only then may they be confirmed to the messenger.
  /// Throws when they couldn't be kept: then nothing may be confirmed.
  void accept(List<Received> updates) throws InterruptedException;

  /// The messenger doesn't know the account's token any more: nothing comes until it does again. Said once.
  default void refused(String detail) {}

  /// After that: it does. Also said once when updates begin to come.
  default void admitted() {}
}
