package bench;

import bench.Options.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import playground.PrivateHands;

/// How long others wait while somebody is forgotten, beside millions of rows that are not theirs.
final class ForgetBench {
  private static final int THEIRS = 100;
  private static final int PRESSES = 10;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Report report = new Report(System.out);
  private final Options.Forget options;
  private int tags;

  private ForgetBench(Options.Forget options) {
    this.options = options;
  }

  static void run(Options.Forget options) throws Exception {
    for (Kind kind : options.databases()) {
      Path folder = Files.createTempDirectory("otklik-bench");
      try (Store store = Store.open(kind, folder); Desk desk = new Desk()) {
        desk.configure(folder);
        new ForgetBench(options).run(store, desk, folder);
      } finally {
        delete(folder);
      }
    }
  }

  private void run(Store store, Desk desk, Path folder) throws Exception {
    report.begin(store.name());
    report.note("ceiling: durable commits of one row", "%d/s".formatted(Ceilings.commits(store, 1)));
    report.note("ceiling: rows in commits shared by 100", "%d/s".formatted(Ceilings.commits(store, 100)));
    PrivateHands person = desk.newcomer(200_001);
    PrivateHands another = desk.newcomer(200_003);
    PrivateHands stranger = desk.newcomer(200_002);
    try (Server _ = Server.start(folder, desk.environment(store))) {
      desk.openTickets();
      new Burst(desk, Way.TO_TOPICS, "m", 4_000).run();
      for (PrivateHands one : List.of(person, another)) {
        desk.opensTicket(one);
        desk.writes(one, THEIRS);
      }
    }
    try (Rows rows = new Rows(store, Desk.GROUP)) {
      long begin = System.nanoTime();
      rows.fill(options.deliveries(), options.updates());
      report.note("rows of others: deliveries, updates, messages", "%,d, %2$,d, %2$,d (filled in %3$.0f s)".formatted(
          options.deliveries(), options.updates(), (System.nanoTime() - begin) / 1e9));
    }
    try (Server _ = Server.start(folder, desk.environment(store))) {
      new Burst(desk, Way.TO_TOPICS, "warm", 4_000).run();
      report.note("nobody is forgotten: others wait, longest", "%.0f ms".formatted(longest(desk, "quiet", () -> {})));
      forget(desk, "a person with " + THEIRS + " messages", person, 1);
      forget(desk, "another one", another, 1);
      forget(desk, "a stranger who presses again and again", stranger, PRESSES);
    }
    try (Rows rows = new Rows(store, Desk.GROUP)) {
      rows.prices().forEach((what, price) -> report.note(what, "%.1f µs".formatted(price)));
    }
  }

  private void forget(Desk desk, String who, PrivateHands person, int times) throws Exception {
    double[] needed = new double[times];
    double longest = longest(desk, "forget" + tags++, () -> {
      for (int i = 0; i < times; i++) {
        needed[i] = desk.forgets(person) / 1e6;
      }
    });
    report.note(who + ": from the press to the answer, longest", "%.0f ms".formatted(Arrays.stream(needed).max().orElse(0)));
    report.note("others wait meanwhile, longest", "%.0f ms".formatted(longest));
  }

  /// The longest that a message of somebody else needed while this was done, in milliseconds.
  private static double longest(Desk desk, String tag, Action action) throws Exception {
    CompletableFuture<Void> acting = CompletableFuture.runAsync(() -> {
      try {
        Thread.sleep(Duration.ofSeconds(1));
        action.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
    double longest = 0;
    int round = 0;
    do {
      long[] needed = new Burst(desk, Way.TO_TOPICS, tag + "-" + round++, 200).steady(PAUSE);
      longest = Math.max(longest, Arrays.stream(needed).max().orElse(0) / 1e6);
    } while (!acting.isDone());
    acting.join();
    return longest;
  }

  @FunctionalInterface
  private interface Action {
    void run() throws Exception;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
