package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What people see of a kill -9 while everybody is writing: whether everything arrives, and what arrives twice.
final class Killed {
  private static final Duration PATIENCE = Duration.ofSeconds(300);
  private static final Duration STILL = Duration.ofSeconds(5);

  private final Desk desk;
  private final Path folder;
  private final Map<String, String> environment;
  private final Set<String> arrived = ConcurrentHashMap.newKeySet();
  private final AtomicInteger copies = new AtomicInteger();

  Killed(Desk desk, Path folder, Map<String, String> environment) {
    this.desk = desk;
    this.folder = folder;
    this.environment = environment;
  }

  /// @param lost     never arrived
  /// @param repeated arrived once more than they should
  record Result(int lost, int repeated) {}

  /// Kills the server when half of the messages have arrived, and lets the next one go on.
  Result run(Way way, String tag, int messages) throws IOException, InterruptedException {
    Desk.FirstPoll first = desk.firstPoll();
    Server server = Server.start(folder, environment);
    first.await();
    desk.playground.listen(call -> {
      if (way.isCopy(call, tag)) {
        copies.incrementAndGet();
        arrived.add(call.params().path("text").stringValue(""));
      }
    });
    for (int i = 0; i < messages; i++) {
      desk.writes(way, i, Burst.text(tag, i));
    }
    until(() -> copies.get() >= messages / 2);
    server.kill();
    try (Server _ = Server.start(folder, environment)) {
      until(() -> arrived.size() == messages);
      int seen;
      do {
        seen = copies.get();
        TimeUnit.NANOSECONDS.sleep(STILL.toNanos());
      } while (copies.get() > seen);
    }
    desk.playground.listen(null);
    return new Result(messages - arrived.size(), copies.get() - arrived.size());
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
