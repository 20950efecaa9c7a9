package otklik.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import otklik.storage.Address;
import playground.Bot;
import playground.Call;
import playground.Group;
import playground.Options;
import playground.Person;
import playground.Playground;

/// The program as a process of its own, with one desk. Telegram, the people and the database outlive it.
final class Survivor implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(2);
  static final String TOKEN = "7000001:TESTTESTTESTTESTTESTTESTTESTTESTTES";
  static final long GROUP = -1_002_000_000_001L;
  private static final String DESK = """
      workspaces:
        - name: acme
          timezone: Europe/Madrid
          language: ru
          channels:
            - name: desk
              messenger: telegram
              token: %s
              limits: off
              scenario: helpdesk
              helpdesk:
                support-chat-id: %d
                operators: [5001]
                clients:
                  - name: Acme
                    projects:
                      - { name: Portal, invite-code: ACME-1, is-active: true }
      """;

  final Playground playground;
  final Bot bot;
  final Group group;
  final Person marek;
  private final Path folder;
  private final Map<String, String> environment;
  private final List<Long> begins = new ArrayList<>();
  private final List<Long> kills = new ArrayList<>();
  private Process process;
  private int saidBeforeEnding;

  Survivor(Address database, Path folder) {
    this(database, folder, DESK.formatted(TOKEN, GROUP));
  }

  Survivor(Address database, Path folder, String configuration) {
    this.folder = folder;
    this.playground = Playground.start(Options.defaults().latency(Duration.ofMillis(3)));
    this.bot = playground.bot(TOKEN, "desk_bot");
    this.group = playground.forum(GROUP, "Desk");
    this.marek = playground.user(5001, "Marek", null, "marek", "ru");
    group.add(marek).promote(bot);
    this.environment = Map.of(
        "CONFIG", "desk.yaml",
        "HTTP_PORT", "0",
        "TELEGRAM_API_URL", playground.apiUrl(),
        database instanceof Address.Sqlite ? "DB_PATH" : "DB_URL",
        database instanceof Address.Sqlite(var file) ? file.toAbsolutePath().toString() : database.url());
    configure(configuration);
    begin();
  }

  /// What the next run of the program reads.
  void configure(String configuration) {
    try {
      Files.writeString(folder.resolve("desk.yaml"), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void begin() {
    begin(Packaged.command(this::rehearse));
  }

  /// A run that shows what the next ones will load.
  private void rehearse(List<String> command) {
    begin(command);
    await("the program to ask for updates", () -> !playground.calls("getUpdates").isEmpty());
    terminate();
    begins.clear();
    playground.forgetCalls();
  }

  private void begin(List<String> command) {
    ProcessBuilder java = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    java.environment().putAll(environment);
    begins.add(System.nanoTime());
    try {
      process = java.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return folder.resolve("otklik.log");
  }

  /// SIGKILL: returns when the process is gone.
  void kill() {
    kills.add(System.nanoTime());
    process.destroyForcibly();
    ended();
  }

  /// How long before the end of its run a call had been answered; zero for one that was in the air then.
  Duration answeredBeforeKill(Call call) {
    return Duration.ofNanos(call.status() == 0 ? 0 : Math.max(0, kills.get(run(call)) - call.completed()));
  }

  /// SIGTERM: returns the exit code.
  int terminate() {
    saidBeforeEnding = said().size();
    process.destroy();
    return ended();
  }

  /// What the program logged from SIGTERM on.
  List<String> saidWhileEnding() {
    return said().stream().skip(saidBeforeEnding).toList();
  }

  private int ended() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the program goes on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return process.exitValue();
  }

  /// Which run of the program made this call, counted from 0.
  int run(Call call) {
    int run = -1;
    for (long begin : begins) {
      run += begin <= call.arrived() ? 1 : 0;
    }
    return run;
  }

  Visitor visitor(int number) {
    return new Visitor(this, playground.user(100_000 + number, "Visitor " + number, null, "visitor" + number, "ru"));
  }

  void await(String what, BooleanSupplier condition) {
    try {
      playground.await(PATIENCE, condition);
    } catch (AssertionError late) {
      throw new AssertionError("waited in vain for " + what + "; the program's last words:\n" + lastWords(), late);
    }
  }

  /// Waits until so many have come, as long as they go on coming: how quickly is the machine's business.
  void awaitAll(String what, int all, IntSupplier come) {
    for (int before = come.getAsInt(); before < all; before = come.getAsInt()) {
      int known = before;
      await(what + ": more than " + known + " of " + all, () -> come.getAsInt() > known);
    }
  }

  private String lastWords() {
    List<String> lines = said();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  private List<String> said() {
    try {
      return Files.readAllLines(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    playground.close();
  }
}
