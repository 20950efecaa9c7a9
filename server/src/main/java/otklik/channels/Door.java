package otklik.channels;

import java.util.List;

/// Where a messenger's updates come in.
public interface Door {
  /// Returns when every update is durable (or was already); only then may they be confirmed to the messenger.
  /// Throws when they couldn't be kept: then nothing may be confirmed.
  void accept(List<Received> updates) throws InterruptedException;
}
