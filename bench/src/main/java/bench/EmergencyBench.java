package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import playground.Press;
import playground.PrivateHands;

/// How quickly a request reaches thousands of helpers, what a take costs while another request goes out, and how long
/// those wait who press at the same moment. The messenger grants a bot 30 messages a second, so that decides.
final class EmergencyBench {
  private static final int GRANTED = 30;
  private static final int PRESSES = 200;
  private static final double SECOND = 1e9;
  private static final String STORY_ZERO = PanicButton.STORIES.get(0);
  private static final String STORY_ONE = PanicButton.STORIES.get(1);
  private static final String STORY_TWO = PanicButton.STORIES.get(2);

  private final int helpers;
  private final Report report = new Report(System.out);

  private EmergencyBench(int helpers) {
    this.helpers = helpers;
  }

  static void run(String... arguments) throws Exception {
    if (arguments.length != 0 && (arguments.length != 2 || !arguments[0].equals("--helpers")
        || !arguments[1].matches("[1-9]\\d{2,4}"))) {
      Main.wrong("./otklik bench emergency takes --helpers and a number from 100 to 99999");
    }
    new EmergencyBench(arguments.length == 0 ? 5_000 : Integer.parseInt(arguments[1])).run();
    System.exit(0);
  }

  private void run() throws Exception {
    Path folder = Files.createTempDirectory("otklik-bench");
    try (Store store = Store.open(Options.Kind.SQLITE, folder); PanicButton button = new PanicButton()) {
      Map<String, String> environment = new HashMap<>(store.environment());
      environment.putAll(Map.of("CONFIG", "bench.yaml", "HTTP_PORT", "0", "PLAYGROUND", "off", "TELEGRAM_API_URL",
          button.playground.apiUrl()));
      report.begin(helpers + " helpers, " + store.name());
      try {
        button.configure(folder, "off");
        try (Server server = Server.start(folder, environment)) {
          withoutLimits(button);
        }
        button.configure(folder, "default");
        button.playground.limits(true);
        try (Server server = Server.start(folder, environment)) {
          withLimits(button);
        }
      } catch (Exception failed) {
        System.err.println(Files.readString(folder.resolve("server.log")));
        throw failed;
      }
      report.note("ceiling: durable commits of one row", Ceilings.commits(store, 1) + " /s");
      report.note("ceiling: rows in commits shared by 100", Ceilings.commits(store, 100) + " /s");
    } finally {
      RelayBench.delete(folder);
    }
  }

  private void withoutLimits(PanicButton button) {
    button.gathers();
    button.enrol(helpers);
    PrivateHands asker = button.prepared(0, STORY_ZERO);
    long sent = sends(asker);
    PanicButton.until(patience(), "everybody is asked", () -> button.copies(STORY_ZERO).length == helpers);
    report.note("without limits: a request to everybody", "%d copies a second"
        .formatted(Math.round(helpers * SECOND / (last(button.copies(STORY_ZERO)) - sent))));
    long taken = takes(button, 0, STORY_ZERO);
    PanicButton.until(patience(), "every copy has changed", () -> button.edits(STORY_ZERO).length == helpers - 1);
    report.note("without limits: every other copy after a take", "%d changes a second"
        .formatted(Math.round(helpers * SECOND / (last(button.edits(STORY_ZERO)) - taken))));
  }

  private void withLimits(PanicButton button) throws IOException {
    PrivateHands first = button.prepared(1, STORY_ONE);
    PrivateHands second = button.prepared(2, STORY_TWO);
    long refused = button.playground.refusedForFlood();
    broadcast(button, "a request to everybody", STORY_ONE, sends(first));

    long taken = takes(button, 1, STORY_ONE);
    broadcast(button, "another, while all copies of the first must change", STORY_TWO, sends(second));
    long before = Arrays.stream(button.edits(STORY_ONE))
        .filter(edit -> edit < last(button.copies(STORY_TWO))).count();
    report.note("  copies of the first that changed meanwhile", Long.toString(before));

    presses(button);
    PanicButton.until(patience(), "every copy has changed", () -> button.edits(STORY_ONE).length == helpers - 1);
    report.note("every other copy after the take", "the last after %.0f s"
        .formatted((last(button.edits(STORY_ONE)) - taken) / SECOND));
    report.note("answered 429", Long.toString(button.playground.refusedForFlood() - refused));
  }

  private void broadcast(PanicButton button, String name, String story, long sent) {
    PanicButton.until(patience(), "everybody is asked", () -> button.copies(story).length == helpers);
    long[] copies = button.copies(story);
    double share = (helpers - 1) * SECOND / (last(copies) - copies[0]) / GRANTED;
    report.note(name, "the first copy after %.1f s, the last after %.0f s, %.0f %% of 30 a second".formatted(
        (copies[0] - sent) / SECOND, (last(copies) - sent) / SECOND, 100 * share));
  }

  /// Everybody presses what nobody has, at the same moment, and while the changes of the first request go out.
  private void presses(PanicButton button) throws IOException {
    List<Press> presses = new ArrayList<>();
    List<Long> pressed = new ArrayList<>();
    for (int number = 0; number < Math.min(PRESSES, helpers - 2); number++) {
      PrivateHands helper = button.helper(number + 2);
      int copy = PanicButton.copy(helper, STORY_TWO).id();
      pressed.add(System.nanoTime());
      presses.add(helper.presses(copy, "Взять в работу"));
    }
    long all = System.nanoTime() - pressed.getFirst();
    PanicButton.until(patience(), "everybody has an answer",
        () -> presses.stream().allMatch(press -> press.answered().isPresent()
            && button.answers(press.id()).length > 0));
    double[] waits = new double[presses.size()];
    for (int i = 0; i < waits.length; i++) {
      waits[i] = (button.answers(presses.get(i).id())[0] - pressed.get(i)) / 1e6;
    }
    Arrays.sort(waits);
    long winners = presses.stream().filter(press -> press.answer().startsWith("Вы взяли")).count();
    if (winners != 1) {
      throw new IOException(winners + " helpers have one request");
    }
    report.note(presses.size() + " press within %.0f ms".formatted(all / 1e6),
        "one has it; answered after %.0f ms (median), %.0f ms (slowest)"
            .formatted(waits[waits.length / 2], waits[waits.length - 1]));
  }

  private static long sends(PrivateHands asker) {
    long now = System.nanoTime();
    PanicButton.press(asker, "Отправить");
    return now;
  }

  private static long takes(PanicButton button, int number, String story) {
    PrivateHands helper = button.helper(number);
    long now = System.nanoTime();
    Press press = helper.presses(PanicButton.copy(helper, story).id(), "Взять в работу");
    if (!press.answer(Duration.ofMinutes(1)).startsWith("Вы взяли")) {
      throw new IllegalStateException("a free request could not be taken");
    }
    return now;
  }

  private static long last(long[] arrivals) {
    return arrivals[arrivals.length - 1];
  }

  /// Three times what the messenger's limit makes of it.
  private Duration patience() {
    return Duration.ofSeconds(60 + 3L * helpers / GRANTED * 2);
  }
}
