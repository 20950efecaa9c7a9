package otklik.delivery;

import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Line;
import otklik.storage.Json;

/// A call that was granted before this run began, or may have been.
///
/// @param call what the row still says of it
/// @param made how many messages it made
record GrantedCall(String chat, String lane, String call, int made, By by) {
  /// Whose call it was.
  sealed interface By {
    /// @param account as the row says it: null is the channel's own
    record Known(@Nullable String account) implements By {}

    /// It was begun, and nothing is known of its end.
    record Anyone() implements By {}
  }

  /// What it spent. Of words that were erased meanwhile, or that can't be read, the messages they made are counted, and
  /// one call at least.
  int cost(Line line) {
    if (LaneName.isFree(lane)) {
      return 0;
    }
    try {
      return line.cost(Json.read(call, Call.class));
    } catch (RuntimeException erased) {
      return Math.max(1, made);
    }
  }
}
