package playground;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// The log of bots' calls.
final class Calls {
  private final ConcurrentLinkedQueue<Call> log = new ConcurrentLinkedQueue<>();
  volatile boolean kept = true;
  volatile Consumer<Call> listener;

  boolean wanted() {
    return kept || listener != null;
  }

  void add(Call call) {
    if (kept) log.add(call);
    var told = listener;
    if (told != null) told.accept(call);
  }

  List<Call> all() {
    return List.copyOf(log);
  }

  void clear() {
    log.clear();
  }
}
