package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How many messages a second go from people into their topics and back, how long one needs, and what that costs.
final class RelayBench {
  private static final Duration SLOW = Duration.ofMillis(50);
  private static final Duration PAUSE = Duration.ofMillis(50);
  /// Bursts until the JVM has compiled what matters: before that it spends more time on compiling than on relaying.
  private static final int WARM_UPS = 10;
  private static final int FIRST_BURSTS = 2;
  private static final int TURNS = 10;
  private static final int KILLED_IN = 1_000;
  /// With limits most of a second goes by between two calls to a chat.
  private static final int KILLED_WITH_LIMITS = 400;
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
      Map<String, String> environment = desk.environment(store);
      starts(folder, environment, desk, "start on an empty database", 1);
      try {
        try (Server server = Server.start(folder, environment)) {
          desk.openTickets();
          earlyBursts(server, desk);
        }
        firstBursts(folder, environment, desk);
        try (Server server = Server.start(folder, environment)) {
          measure(server, desk);
        }
      } catch (Exception failed) {
        System.err.println(Files.readString(folder.resolve("server.log")));
        throw failed;
      }
      store.checkNothingWaits();
      kills(folder, environment, desk);
      starts(folder, environment, desk, "start", Math.min(options.runs(), STARTS));
      ceilings(store, desk);
    } finally {
      delete(folder);
    }
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

  /// A start after which people went through the form to their tickets; the second way comes after the first one's burst.
  private void earlyBursts(Server server, Desk desk) throws IOException, InterruptedException {
    for (Way way : Way.values()) {
      Speed speed = new Speed();
      burst(server, desk, way, speed);
      speed.report(way.shown + ", first burst after all came through the form");
    }
  }

  /// What somebody meets who writes soon after a start: nothing but the rehearsal of the build has warmed it up.
  private void firstBursts(Path folder, Map<String, String> environment, Desk desk)
      throws IOException, InterruptedException {
    for (Way way : Way.values()) {
      Speed speed = new Speed();
      for (int start = 0; start < Math.min(options.runs(), FIRST_BURSTS); start++) {
        Desk.FirstPoll first = desk.firstPoll();
        try (Server server = Server.start(folder, environment)) {
          first.await();
          burst(server, desk, way, speed);
        }
      }
      speed.report(way.shown + ", first burst after a start");
    }
  }

  private void measure(Server server, Desk desk) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      for (Way way : Way.values()) {
        new Burst(desk, way, tag(), options.messages()).run();
      }
    }
    throughput(server, desk, "");
    talk(server, desk);
    desk.playground.latency(SLOW);
    throughput(server, desk, ", answers take 50 ms");
    latency(desk, ", answers take 50 ms");
    desk.playground.latency(Duration.ZERO);
    latency(desk, "");
    Server.Memory memory = server.memory();
    report.note("resident memory loaded", "%d MiB (PSS %d)".formatted(memory.resident(), memory.proportional()));
  }

  private void throughput(Server server, Desk desk, String circumstances) throws IOException, InterruptedException {
    for (Way way : Way.values()) {
      Speed speed = new Speed();
      for (int run = 0; run < options.runs(); run++) {
        burst(server, desk, way, speed);
        Thread.sleep(200);
      }
      speed.report(way.shown + circumstances);
    }
  }

  private void talk(Server server, Desk desk) throws IOException, InterruptedException {
    Speed speed = new Speed();
    List<Double> calls = new ArrayList<>();
    int messages = TURNS * Desk.PEOPLE;
    for (int run = 0; run < options.runs(); run++) {
      Meter meter = new Meter(server, messages);
      Turns.Result result = new Turns(desk, tag(), TURNS).run();
      meter.read(speed, result.nanos());
      calls.add(result.calls() / (double) messages);
      Thread.sleep(200);
    }
    speed.report("in turns");
    report.row("   calls for each", "", calls, false, "%.2f");
  }

  /// What a number of messages costs.
  private static final class Meter {
    private final Server server;
    private final int messages;
    private final Duration before;
    private final Duration simulatorBefore = Server.processorTime(ProcessHandle.current());

    Meter(Server server, int messages) {
      this.server = server;
      this.messages = messages;
      this.before = server.processorTime();
    }

    void read(Speed speed, long nanos) {
      speed.servers.add(each(server.processorTime().minus(before)));
      speed.simulators.add(each(Server.processorTime(ProcessHandle.current()).minus(simulatorBefore)));
      speed.perSecond.add(messages * 1e9 / nanos);
    }

    private double each(Duration all) {
      return all.toMillis() / (double) messages;
    }
  }

  /// What bursts reached and cost.
  private final class Speed {
    private final List<Double> perSecond = new ArrayList<>();
    private final List<Double> servers = new ArrayList<>();
    private final List<Double> simulators = new ArrayList<>();

    void report(String name) {
      report.row(name, "/s", perSecond, true, "%.0f");
      report.row("   server's processor time for each", "ms", servers, false, "%.2f");
      report.row("   simulator's, and of those who write", "ms", simulators, false, "%.2f");
    }
  }

  private void burst(Server server, Desk desk, Way way, Speed speed) throws IOException, InterruptedException {
    Meter meter = new Meter(server, options.messages());
    meter.read(speed, new Burst(desk, way, tag(), options.messages()).run());
  }

  private void latency(Desk desk, String circumstances) throws IOException, InterruptedException {
    int messages = Math.toIntExact(Duration.ofSeconds(options.seconds()).dividedBy(PAUSE));
    for (Way way : Way.values()) {
      long[] needed = new Burst(desk, way, tag(), messages).steady(PAUSE);
      Arrays.sort(needed);
      report.note(way.shown + ", written to call arrived at 20/s" + circumstances,
          "p50 %.1f ms, p99 %.1f ms, most %.1f ms".formatted(at(needed, 0.5), at(needed, 0.99),
              needed[needed.length - 1] / 1e6));
    }
  }

  private void kills(Path folder, Map<String, String> environment, Desk desk)
      throws IOException, InterruptedException {
    for (Way way : Way.values()) {
      killed(folder, environment, desk, way, KILLED_IN, "");
    }
    desk.configure(folder, "default");
    desk.playground.limits(true);
    killed(folder, environment, desk, Way.TO_PEOPLE, KILLED_WITH_LIMITS, ", with Telegram's limits");
    desk.playground.limits(false);
    desk.configure(folder);
  }

  private void killed(Path folder, Map<String, String> environment, Desk desk, Way way, int messages,
      String circumstances) throws IOException, InterruptedException {
    Killed.Result result = new Killed(desk, folder, environment).run(way, tag(), messages);
    report.note(way.shown + ", killed half way" + circumstances,
        "of %d messages %d lost, %d repeated".formatted(messages, result.lost(), result.repeated()));
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
