package otklik.intake;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.kernel.Background;
import otklik.kernel.Heap;
import otklik.kernel.TimeSource;

/// Says when the program is short of memory, until there is clearly enough again: then little comes in, and what is here
/// already goes on, so that memory becomes free before the program would end for want of it. And keeps the heap as small
/// as what is needed allows.
@Component
final class MemoryWatch {
  /// More than this share of the heap is needed: it is short.
  static final double SHORT = 0.85;
  /// Less than this is needed: it is enough again.
  static final double ENOUGH = 0.75;

  private static final Logger log = LoggerFactory.getLogger(MemoryWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  /// While little is done, nothing is collected by itself, and it would never show that there is enough again.
  private static final Duration UNTIL_COLLECTED = Duration.ofSeconds(15);

  private final Heap heap;
  private final Background background;
  private final TimeSource time;
  private long collectedAt;
  private volatile boolean isShort;

  MemoryWatch(Heap heap, Background background, TimeSource time) {
    this.heap = heap;
    this.background = background;
    this.time = time;
  }

  void begin() {
    background.every(PAUSE, this::look);
  }

  boolean isShort() {
    return isShort;
  }

  private void look() {
    if (heap.hasGrown()) {
      heap.collect();
    }
    double used = heap.used();
    if (!isShort && used > SHORT) {
      collectedAt = time.nanos();
      isShort = true;
      log.error("short of memory: {} % of the heap is needed, so updates come in slowly; HEAP=… gives more",
          percent(used));
    } else if (isShort && used > ENOUGH && time.nanos() - collectedAt >= UNTIL_COLLECTED.toNanos()) {
      collectedAt = time.nanos();
      heap.collect();
    } else if (isShort && used <= ENOUGH) {
      isShort = false;
      log.info("there is memory again: {} % of the heap is needed, updates come in as usual", percent(used));
    }
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }
}
