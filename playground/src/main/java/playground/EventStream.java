package playground;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Tells one page which rooms have changed, as server-sent events. Changes that come close
/// together are told together.
final class EventStream {
  private static final long QUIET = TimeUnit.SECONDS.toNanos(15);
  private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(40);
  private static final byte[] PING = ": still here\n\n".getBytes(StandardCharsets.US_ASCII);

  private final World world;
  private final Condition news;
  private final Set<String> touched = new LinkedHashSet<>();

  EventStream(World world) {
    this.world = world;
    this.news = world.condition();
  }

  void serve(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    Consumer<String> watcher =
        room -> {
          touched.add(room);
          news.signalAll();
        };
    world.watchers.add(watcher);
    try (var out = exchange.getResponseBody()) {
      out.write(PING);
      out.flush();
      while (!world.locked(world::closed)) {
        out.write(next());
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      world.watchers.remove(watcher);
    }
  }

  private byte[] next() throws InterruptedException {
    if (!waited()) return PING;
    LockSupport.parkNanos(GATHERING);
    var event = Json.object();
    var rooms = event.putArray("rooms");
    world.locked(
        () -> {
          touched.forEach(rooms::add);
          touched.clear();
        });
    return ("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private boolean waited() throws InterruptedException {
    world.lock();
    try {
      long left = QUIET;
      while (touched.isEmpty() && left > 0) left = news.awaitNanos(left);
      return !touched.isEmpty();
    } finally {
      world.unlock();
    }
  }
}
