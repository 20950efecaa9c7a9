package otklik.delivery;

import org.jspecify.annotations.Nullable;
import otklik.channels.Call;

/// Counts what the messenger answered to a channel, so that whoever isn't answered can know whether others are. Words that
/// get through say nothing of answers to presses, and the other way round: a messenger may be out of order in part.
/// Guarded by its [Dispatcher].
final class Answers {
  private Count count = new Count(0, 0);

  /// @param words those to calls that make something new
  record Count(long words, long all) {}

  void came(Call call) {
    count = new Count(count.words + (Failures.makesNew(call) ? 1 : 0), count.all + 1);
  }

  Count count() {
    return count;
  }

  /// Whether others were answered since then who asked for something like this call.
  boolean cameSince(@Nullable Count then, Call call) {
    return then != null && (Failures.makesNew(call) ? count.words > then.words : count.all > then.all);
  }
}
