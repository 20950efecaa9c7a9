package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How many messages a second go from people into their topics, how long one needs, and what that costs.
final class RelayBench {
  private static final Duration SLOW = Duration.ofMillis(50);
  private static final Duration PAUSE = Duration.ofMillis(50);
  /// Bursts until the JVM has compiled what matters: before that it spends more time on compiling than on relaying.
  private static final int WARM_UPS = 20;
  private static final int STARTS = 4;
  private static final int SHARED = 100;

  private final Options options;
  private final Report report;
  private int tags;

  private RelayBench(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  static void run(Options options) throws Exception {
    Report report = new Report(System.out);
    for (Options.Kind kind : options.databases()) {
      new RelayBench(options, report).on(kind);
    }
    System.exit(0);
  }

  private void on(Options.Kind kind) throws Exception {
    Path folder = Files.createTempDirectory("otklik-bench");
    try (Store store = Store.open(kind, folder); Desk desk = new Desk()) {
      report.begin(store.name());
      desk.configure(folder);
      Map<String, String> environment = environment(store, desk);
      starts(folder, environment, desk, "start on an empty database", 1);
      try (Server server = Server.start(folder, environment)) {
        try {
          measure(server, desk);
        } catch (Exception failed) {
          System.err.println(Files.readString(folder.resolve("server.log")));
          throw failed;
        }
      }
      store.checkNothingWaits();
      starts(folder, environment, desk, "start", Math.min(options.runs(), STARTS));
      ceilings(store, desk);
    } finally {
      delete(folder);
    }
  }

  private static Map<String, String> environment(Store store, Desk desk) {
    Map<String, String> environment = new HashMap<>(store.environment());
    environment.put("CONFIG", "bench.yaml");
    environment.put("HTTP_PORT", "0");
    environment.put("TELEGRAM_API_URL", desk.playground.apiUrl());
    environment.put("PLAYGROUND", "off");
    return environment;
  }

  private void starts(Path folder, Map<String, String> environment, Desk desk, String name, int times)
      throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Desk.FirstPoll first = desk.firstPoll();
      try (Server server = Server.start(folder, environment)) {
        seconds.add((first.await() - server.startedAt) / 1e9);
        cpu.add(server.processorTime().toMillis() / 1e3);
        Thread.sleep(500);
        memory.add((double) server.memory().resident());
      }
    }
    report.row(name + " to first poll", "s", seconds, false, "%.2f");
    report.row("   processor time of it", "s", cpu, false, "%.2f");
    report.row("   resident memory then", "MiB", memory, false, "%.0f");
  }

  private void measure(Server server, Desk desk) throws IOException, InterruptedException {
    desk.openTickets();
    throughput(server, desk, "relayed, first after the start", 1);
    for (int i = 1; i < WARM_UPS; i++) {
      desk.burst(tag(), options.messages());
    }
    throughput(server, desk, "relayed", options.runs());
    desk.playground.latency(SLOW);
    throughput(server, desk, "relayed, answers take 50 ms", options.runs());
    latency(desk, "written to call arrived at 20/s, answers take 50 ms");
    desk.playground.latency(Duration.ZERO);
    latency(desk, "written to call arrived at 20/s");
    Server.Memory memory = server.memory();
    report.note("resident memory loaded", "%d MiB (PSS %d)".formatted(memory.resident(), memory.proportional()));
  }

  private void throughput(Server server, Desk desk, String name, int runs) throws IOException, InterruptedException {
    List<Double> perSecond = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<Double> simulators = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      Duration before = server.processorTime();
      Duration simulatorBefore = Server.processorTime(ProcessHandle.current());
      long nanos = desk.burst(tag(), options.messages());
      cpu.add(server.processorTime().minus(before).toMillis() / (double) options.messages());
      simulators.add(Server.processorTime(ProcessHandle.current()).minus(simulatorBefore).toMillis()
          / (double) options.messages());
      perSecond.add(options.messages() * 1e9 / nanos);
      Thread.sleep(200);
    }
    report.row(name, "/s", perSecond, true, "%.0f");
    report.row("   server's processor time for each", "ms", cpu, false, "%.2f");
    report.row("   simulator's, and of those who write", "ms", simulators, false, "%.2f");
  }

  private void latency(Desk desk, String name) throws IOException, InterruptedException {
    long[] needed = desk.steady(tag(), Math.toIntExact(Duration.ofSeconds(options.seconds()).dividedBy(PAUSE)), PAUSE);
    Arrays.sort(needed);
    report.note(name, "p50 %.1f ms, p99 %.1f ms, most %.1f ms".formatted(at(needed, 0.5), at(needed, 0.99),
        needed[needed.length - 1] / 1e6));
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
  }

  private void ceilings(Store store, Desk desk) throws SQLException, IOException, InterruptedException {
    report.note("ceiling: durable commits of one row", Ceilings.commits(store, 1) + " /s");
    report.note("ceiling: rows in commits shared by " + SHARED, Ceilings.commits(store, SHARED) + " /s");
    RawCalls.Result calls = Ceilings.calls(desk, 2 * options.messages());
    report.note("ceiling: calls of the HTTP client alone", "%d /s, %.3f ms of its processor time each"
        .formatted(calls.perSecond(), calls.cpu()));
  }

  private String tag() {
    return "t" + tags++;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
