package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import playground.Options;
import playground.Playground;

/// How many tickets an hour one group carries, with one bot and with more. The messenger's limits decide, not the machine,
/// so all desks run at the same time.
final class DeskBench {
  private static final List<Integer> BOTS = List.of(1, 2, 4);
  /// The first minutes are left out: a group that was silent before has a whole minute's budget at once.
  private static final Duration WARM_UP = Duration.ofMinutes(1);

  private DeskBench() {}

  static void run(String... arguments) throws Exception {
    if (arguments.length != 0 && (arguments.length != 2 || !arguments[0].equals("--minutes")
        || !arguments[1].matches("[1-9]\\d?"))) {
      Main.wrong("./otklik bench desk takes --minutes and a number from 1 to 99");
    }
    Duration time = Duration.ofMinutes(arguments.length == 0 ? 4 : Integer.parseInt(arguments[1]));
    Path folder = Files.createTempDirectory("otklik-bench");
    try (Playground playground = Playground.start(Options.defaults().limits(true))) {
      playground.callLog(false);
      List<TicketDesk> desks = new ArrayList<>();
      for (boolean together : List.of(false, true)) {
        for (int bots : BOTS) {
          desks.add(new TicketDesk(playground, desks.size(), bots, together));
        }
      }
      StringBuilder yaml = new StringBuilder("workspaces:\n");
      desks.forEach(desk -> yaml.append(desk.configuration()));
      Files.writeString(folder.resolve("bench.yaml"), yaml);
      Map<String, String> environment = Map.of("CONFIG", "bench.yaml", "HTTP_PORT", "0", "PLAYGROUND", "off",
          "TELEGRAM_API_URL", playground.apiUrl(), "DB_PATH", folder.resolve("bench.sqlite").toString());
      try (Server server = Server.start(folder, environment)) {
        measure(desks, time);
      } catch (Exception failed) {
        System.err.println(Files.readString(folder.resolve("server.log")));
        throw failed;
      }
    } finally {
      RelayBench.delete(folder);
    }
    System.exit(0);
  }

  private static void measure(List<TicketDesk> desks, Duration time) throws InterruptedException, IOException {
    long begin = System.nanoTime();
    play(desks, begin + WARM_UP.toNanos());
    desks.forEach(TicketDesk::begin);
    long measured = System.nanoTime();
    play(desks, measured + time.toNanos());
    double minutes = (System.nanoTime() - measured) / 6e10;
    Report report = new Report(System.out);
    report.begin("tickets an hour, reckoned from %.1f minutes after %d of warm-up".formatted(minutes,
        WARM_UP.toMinutes()));
    for (TicketDesk desk : desks) {
      report.note(desk.name(), desk.result(minutes));
    }
  }

  private static void play(List<TicketDesk> desks, long until) throws InterruptedException {
    while (System.nanoTime() < until) {
      desks.forEach(TicketDesk::step);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
