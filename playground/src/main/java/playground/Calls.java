package playground;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The log of bots' calls; the oldest give way when there are very many.
final class Calls {
  private static final int MOST = 200_000;

  private final AtomicInteger size = new AtomicInteger();
  private final ConcurrentLinkedQueue<Call> log = new ConcurrentLinkedQueue<>();
  volatile boolean kept = true;
  volatile Consumer<Call> listener;

  boolean wanted() {
    return kept || listener != null;
  }

  void add(Call call) {
    if (kept) {
      log.add(call);
      if (size.incrementAndGet() > MOST && log.poll() != null) size.decrementAndGet();
    }
    var told = listener;
    if (told != null) told.accept(call);
  }

  List<Call> all() {
    return List.copyOf(log);
  }

  void clear() {
    while (log.poll() != null) size.decrementAndGet();
  }
}
