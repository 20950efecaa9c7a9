package otklik.channels;

import java.util.Optional;

/// What only one channel of an installation can have, such as an account. Made for one channel while it is read.
@FunctionalInterface
public interface Claims {
  /// Claims something for the channel.
  ///
  /// @return who has it already: a workspace and a channel, as the configuration names them
  Optional<String> take(String what);
}
