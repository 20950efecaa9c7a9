package playground;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The log of bots' calls.
final class Calls {
  private final ConcurrentLinkedQueue<Call> log = new ConcurrentLinkedQueue<>();
  volatile boolean kept = true;

  void add(Call call) {
    if (kept) log.add(call);
  }

  List<Call> all() {
    return List.copyOf(log);
  }

  void clear() {
    log.clear();
  }
}
