package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How much memory the server needs for desks that only wait for their messenger, and for rows that wait.
final class MemoryBench {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  /// So long a server is watched with a million rows that wait.
  private static final Duration WATCHED = Duration.ofSeconds(60);
  /// Until what a start needs is over: idle connections are kept for half a minute.
  private static final Duration SETTLING = Duration.ofSeconds(45);

  private final Options.Memory options;
  private final Report report = new Report(System.out);

  private MemoryBench(Options.Memory options) {
    this.options = options;
  }

  static void run(Options.Memory options) throws Exception {
    MemoryBench bench = new MemoryBench(options);
    for (int number : options.desks()) {
      bench.in(number, "desks that poll", bench::polling);
    }
    if (options.rows() > 0) {
      bench.in(1, "desk, %,d deliveries wait".formatted(options.rows()), (world, store) -> bench.waiting(world, store,
          "delivery", rows -> rows.deliveries(options.rows())));
      bench.in(1, "desk, %,d updates wait".formatted(options.rows()), (world, store) -> bench.waiting(world, store,
          "inbox", rows -> rows.updates(options.rows())));
    }
    System.exit(0);
  }

  private record World(Path folder, ManyDesks desks, Map<String, String> environment, int port) {
    Server start() throws IOException {
      return Server.start(folder, environment);
    }
  }

  private interface Measurement {
    void in(World world, Store store) throws Exception;
  }

  private interface Filling {
    void with(WaitingRows rows) throws Exception;
  }

  private void in(int number, String what, Measurement measurement) throws Exception {
    Path folder = Files.createTempDirectory("otklik-bench");
    try (Store store = Store.open(Options.Kind.SQLITE, folder); ManyDesks desks = new ManyDesks(number);
        TlsFront front = new TlsFront(folder, desks.playground.port())) {
      report.begin("%,d %s".formatted(number, what));
      desks.configure(folder);
      int port = freePort();
      Map<String, String> environment = new HashMap<>(store.environment());
      environment.putAll(Map.of("CONFIG", "bench.yaml", "HTTP_PORT", Integer.toString(port), "PLAYGROUND", "off",
          "TELEGRAM_API_URL", options.tls() ? front.url() : desks.playground.apiUrl(), "JDK_JAVA_OPTIONS", front.trust()));
      try {
        measurement.in(new World(folder, desks, environment, port), store);
      } catch (Exception failed) {
        System.err.println(tail(folder));
        throw failed;
      }
    } finally {
      RelayBench.delete(folder);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private void polling(World world, Store store) throws Exception {
    try (Server server = world.start()) {
      awaitReady(world, server);
      report.note("start until ready", "%.1f s".formatted((System.nanoTime() - server.startedAt) / 1e9));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (server.isAlive() && System.nanoTime() < end && !world.desks().allAsk(Duration.ofSeconds(1))) {
        // An answer without updates takes half a minute.
      }
      report.note("desks that poll", Integer.toString(world.desks().asking()));
      settle(server);
      tell(world, server);
    } catch (IOException | UncheckedIOException failed) {
      report.note("it failed", failed.getMessage() + "\n" + tail(world.folder()));
    }
  }

  private void waiting(World world, Store store, String table, Filling filling) throws Exception {
    try (Server server = world.start()) {
      awaitReady(world, server);
    }
    try (WaitingRows rows = new WaitingRows(store)) {
      filling.with(rows);
      try (Server server = world.start()) {
        long end = System.nanoTime() + WATCHED.toNanos();
        double most = 0;
        while (System.nanoTime() < end) {
          TimeUnit.SECONDS.sleep(5);
          Heap.collect(server.pid());
          try {
            most = Math.max(most, Heap.of(world.port()).used());
          } catch (IOException notYet) {
            // It comes up, or it ended: the next look tells.
          }
        }
        report.note("heap in use after a collection, most in %d s".formatted(WATCHED.toSeconds()),
            "%.0f MiB".formatted(most));
        report.note("rows that still wait", "%,d".formatted(rows.left(table)));
        tell(world, server);
      } catch (IOException | UncheckedIOException failed) {
        report.note("it failed", failed.getMessage() + "\n" + tail(world.folder()));
      }
    }
  }

  private static void awaitReady(World world, Server server) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Heap.isReady(world.port())) {
      if (System.nanoTime() > end || !server.isAlive()) {
        throw new IOException("the server isn't ready");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static void settle(Server server) throws Exception {
    for (long left = SETTLING.toSeconds(); left > 0 && server.isAlive(); left--) {
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private void tell(World world, Server server) throws Exception {
    Server.Memory memory = server.memory();
    report.note("resident memory", "%d MiB (PSS %d)".formatted(memory.resident(), memory.proportional()));
    Heap.collect(server.pid());
    Heap heap = Heap.of(world.port());
    report.note("heap in use after a collection, at most", "%.1f MiB of %.0f".formatted(heap.used(), heap.most()));
    report.note("threads of the operating system", Long.toString(server.threads()));
  }

  private static String tail(Path folder) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("server.log"))) {
      String[] all = lines.toArray(String[]::new);
      return String.join("\n", Stream.of(all).skip(Math.max(0, all.length - 20)).toList());
    }
  }
}
