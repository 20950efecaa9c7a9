package otklik.conversations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.Environs;
import otklik.Running;
import otklik.kernel.Background;
import otklik.kernel.TestHeap;
import otklik.kernel.TestTime;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.MicrosConverter;
import otklik.storage.WorkspaceIsolation;
import otklik.workspaces.Configuration;
import playground.Options;
import playground.Playground;

/// The whole program in front of the simulated Telegram. Every test plays in a workspace of its own, with its own bot
/// and group, all of them in one installation.
public final class Stage implements AutoCloseable {
  static {
    // The program's own hook would close it at the same time as whoever closes the stage.
    System.setProperty("spring.main.register-shutdown-hook", "false");
  }

  /// The first of the desks with limits belong to a test that counts them itself.
  private static final int FIRST_LIMITED = 2;
  private static final int LIMITED_DESKS = 8;
  static final int TOWNS = 34;
  static final int OFFICES = 16;
  static final int DESKS = Desk.OVERFLOWING_FROM + Desk.REINFORCED;
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);
  /// Where no time passes, a call that takes long on a busy machine can't be repeated.
  private static final Duration STANDING_CALL_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration POLL_TIMEOUT = Duration.ofSeconds(5);
  /// Where hundreds of bots poll side by side, so that they leave the processor to the conversations.
  static final Duration RARE_POLL_TIMEOUT = Duration.ofSeconds(25);

  /// What the configuration is called in a stage's folder.
  static final String CONFIGURATION = "desks.yaml";
  /// Where the messenger's world is kept, if it is.
  static final String WORLD = "telegram.json";

  final Playground playground;
  final TestTime time;
  /// When it was opened.
  final Instant begun;
  private final Map<String, String> environment = new HashMap<>();
  private final Path folder;
  private final Address database;
  private final DatabaseBeside beside;
  /// The memory that the program believes to have.
  public final TestHeap heap = new TestHeap();
  private ConfigurableApplicationContext program;
  private final int desks;
  private final int towns;
  private final int offices;
  private final Duration callTimeout;
  private final Duration pollTimeout;
  private int used;
  private int usedLimited;
  private int usedHelped;
  private int usedOverflowing;
  private int usedTowns;
  private int usedOpenTowns;
  private int usedPlainTowns;
  private int usedAgreeingTowns;
  private int usedLimitedTowns;
  private int usedOffices;

  public Stage(Address database, Path folder, boolean limits) {
    this(database, folder, limits, DESKS, Map.of());
  }

  /// @param desks how many
  /// @param more  environment variables besides
  public Stage(Address database, Path folder, boolean limits, int desks, Map<String, String> more) {
    this(database, folder, limits, desks, 0, 0, POLL_TIMEOUT, more);
  }

  /// @param towns       how many panic buttons
  /// @param offices     how many lost property offices
  /// @param pollTimeout how long an empty poll waits at the messenger
  Stage(Address database, Path folder, boolean limits, int desks, int towns, int offices, Duration pollTimeout,
      Map<String, String> more) {
    this(database, folder, onTuesday(), Options.defaults().limits(limits), desks, towns, offices, CALL_TIMEOUT,
        pollTimeout);
    environment.putAll(more);
    furnish(IntStream.range(0, desks).boxed().toList(), IntStream.range(0, towns).boxed().toList(), offices,
        limits);
    program = start();
    skipsTime();
  }

  private Stage(Address database, Path folder, TestTime time, Options options, int desks, int towns, int offices,
      Duration callTimeout, Duration pollTimeout) {
    this.time = time;
    this.callTimeout = callTimeout;
    this.begun = time.instant();
    this.pollTimeout = pollTimeout;
    this.desks = desks;
    this.towns = towns;
    this.offices = offices;
    this.folder = folder;
    this.database = database;
    this.beside = new DatabaseBeside(database);
    this.playground = Playground.start(options.time(time));
    switch (database) {
      case Address.Sqlite(var file) -> environment.put("DB_PATH", file.toString());
      case Address.Postgres(var url, _, _) -> environment.put("DB_URL", url);
    }
    environment.put("HTTP_PORT", "0");
    environment.put("TELEGRAM_API_URL", playground.apiUrl());
    environment.put("CONFIG", CONFIGURATION);
  }

  private static TestTime onTuesday() {
    TestTime time = new TestTime();
    time.goTo(DayOfWeek.TUESDAY, LocalTime.NOON);
    return time;
  }

  /// One that is recorded: the messenger's world is kept in the folder, and no time passes but what is let pass.
  static Stage recorded(Address database, Path folder, List<Integer> desks, List<Integer> towns) {
    Stage stage = standing(database, folder, onTuesday().instant());
    stage.furnish(desks, towns, 0, false);
    stage.begin();
    stage.time.skipMomentsWhile(stage::isIdle);
    return stage;
  }

  /// One on which everything goes on that was recorded: the configuration and the messenger's world are in the folder.
  static Stage goingOn(Address database, Path folder, Instant moment) {
    Stage stage = standing(database, folder, moment);
    stage.begin();
    stage.time.skipMomentsWhile(stage::isIdle);
    return stage;
  }

  private static Stage standing(Address database, Path folder, Instant moment) {
    return new Stage(database, folder, TestTime.standing(moment),
        Options.defaults().dataFile(folder.resolve(WORLD)), 0, 0, 0, STANDING_CALL_TIMEOUT, RARE_POLL_TIMEOUT);
  }

  private void furnish(List<Integer> desks, List<Integer> towns, int offices, boolean limits) {
    writeConfiguration(desks, towns, offices, limits);
    desks.forEach(number -> Desk.furnish(playground, number));
    towns.forEach(number -> Town.furnish(playground, number));
    IntStream.range(0, offices).forEach(number -> LostOffice.furnish(playground, number));
  }

  /// From now on whoever waits while nothing goes on waits for nothing, as on other stages.
  void skipsTime() {
    time.skipWhile(this::isIdle);
  }

  /// Nothing goes on in the program nor in the messenger, and no timer is due: only time can change anything.
  private boolean isIdle() {
    return program.isActive() && playground.isIdle()
        && bean(Background.class).running() <= playground.heldCalls()
        && bean(Database.class).unfinishedWrites() + bean(Database.class).unfinishedReadings() == 0
        && value("select count(*) from timer where state = 'waiting' and due_at <= "
            + MicrosConverter.micros(time.instant())).equals("0");
  }

  private void writeConfiguration(List<Integer> desks, List<Integer> towns, int offices, boolean limits) {
    StringBuilder yaml = new StringBuilder("workspaces:\n");
    desks.forEach(number -> yaml.append(Desk.configuration(number, limits)));
    towns.forEach(number -> yaml.append(Town.configuration(number)));
    IntStream.range(0, offices).forEach(number -> yaml.append(LostOffice.configuration(number)));
    try {
      Files.writeString(folder.resolve(CONFIGURATION), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One after another: two programs that begin at the same moment in one process disturb each other's set-up of the log.
  private ConfigurableApplicationContext start() {
    synchronized (Running.class) {
      return Running.start(Configuration.load(folder, environment),
          new Environs(time, heap, WorkspaceIsolation.WATCH, callTimeout, pollTimeout));
    }
  }

  /// Whether one more test can be played, whatever it needs.
  boolean hasRoom() {
    boolean forDesks = used < Math.min(desks, Desk.SIGNED) && usedLimited < LIMITED_DESKS
        && usedHelped < Desk.REINFORCED && usedOverflowing < Desk.REINFORCED;
    boolean forTowns = usedTowns < Math.min(towns, Town.OPEN_FROM)
        && usedOpenTowns < Town.PLAIN_FROM - Town.OPEN_FROM && usedPlainTowns < Town.AGREEING_FROM - Town.PLAIN_FROM
        && usedAgreeingTowns < Town.LIMITED_FROM - Town.AGREEING_FROM
        && usedLimitedTowns < towns - Town.LIMITED_FROM;
    return offices > 0 ? usedOffices < offices : desks == 0 ? forTowns : forDesks;
  }

  /// A desk that nobody has written to yet.
  Desk newDesk() {
    if (used == Math.min(desks, Desk.SIGNED)) {
      throw new IllegalStateException("all desks of the stage are taken: build a larger one");
    }
    return new Desk(this, used++);
  }

  /// Likewise, of those that keep the messenger's limits.
  Desk newLimitedDesk() {
    if (usedLimited == LIMITED_DESKS) {
      throw new IllegalStateException("all desks with limits are taken: build a larger stage");
    }
    return new Desk(this, Desk.LIMITED_FROM + FIRST_LIMITED + usedLimited++);
  }

  /// Likewise, of those that have a helper bot.
  Desk newHelpedDesk() {
    return new Desk(this, Desk.HELPED_FROM + usedHelped++);
  }

  /// Likewise, of those that have a second group.
  Desk newOverflowingDesk() {
    return new Desk(this, Desk.OVERFLOWING_FROM + usedOverflowing++);
  }

  /// A panic button that nobody has pressed yet.
  Town newTown() {
    if (usedTowns == Math.min(towns, Town.OPEN_FROM)) {
      throw new IllegalStateException("all towns of the stage are taken: build a larger one");
    }
    return new Town(this, usedTowns++);
  }

  /// Likewise, of those in which no coordinator must agree to a chat.
  Town newOpenTown() {
    if (usedOpenTowns == Town.PLAIN_FROM - Town.OPEN_FROM) {
      throw new IllegalStateException("all open towns of the stage are taken: build a larger one");
    }
    return new Town(this, Town.OPEN_FROM + usedOpenTowns++);
  }

  /// Likewise, and its coordinators' group has no topics.
  Town newPlainTown() {
    return new Town(this, Town.PLAIN_FROM + usedPlainTowns++);
  }

  /// Likewise, and two must agree that a request isn't urgent.
  Town newAgreeingTown() {
    return new Town(this, Town.AGREEING_FROM + usedAgreeingTowns++);
  }

  /// Likewise, and it keeps the messenger's limits.
  Town newLimitedTown() {
    if (usedLimitedTowns == towns - Town.LIMITED_FROM) {
      throw new IllegalStateException("all towns with limits are taken: build a larger stage");
    }
    return new Town(this, Town.LIMITED_FROM + usedLimitedTowns++);
  }

  /// A lost property office to which nobody has brought anything yet.
  LostOffice newOffice() {
    return new LostOffice(this, usedOffices++);
  }

  void restart() {
    stop();
    begin();
  }

  /// The program begins anew with a configuration in which one thing is written otherwise.
  void restartWith(String now, String before) {
    stop();
    Path file = folder.resolve(CONFIGURATION);
    try {
      Files.writeString(file, Files.readString(file).replace(before, now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    begin();
  }

  void stop() {
    program.close();
  }

  void begin() {
    program = start();
  }

  /// See [DatabaseBeside].
  String value(String sql) {
    return beside.value(sql);
  }

  /// Whether the database's files hold these bytes anywhere, in what is free as well. On PostgreSQL nobody can look.
  boolean filesHold(byte[] bytes) {
    if (!(database instanceof Address.Sqlite(var file))) {
      return false;
    }
    bean(Database.class).overwriteErased();
    return Stream.of("", "-wal").map(suffix -> Path.of(file + suffix)).filter(Files::exists)
        .anyMatch(each -> new String(bytesOf(each), ISO_8859_1).contains(new String(bytes, ISO_8859_1)));
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// See [DatabaseBeside].
  List<Map<String, String>> rows(String sql) {
    return beside.rows(sql);
  }

  /// See [DatabaseBeside].
  void change(String sql) {
    beside.change(sql);
  }

  /// See [DatabaseBeside].
  Connection blocks(String sql) {
    return beside.blocks(sql);
  }

  /// What the program answers over HTTP.
  String get(String path) {
    return answer(path).body();
  }

  int status(String path) {
    return answer(path).statusCode();
  }

  /// Where the program answers over HTTP.
  String address() {
    return "http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port");
  }

  private HttpResponse<String> answer(String path) {
    String address = address() + path;
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  /// All of a kind.
  <T> Collection<T> beans(Class<T> type) {
    return program.getBeansOfType(type).values();
  }

  <T> T bean(Class<T> type) {
    return program.getBean(type);
  }

  /// For what is no other module's business by its own type.
  <T> T bean(String name, Class<T> type) {
    return program.getBean(name, type);
  }

  /// Whoever waits for time while the program stops would wait for ever where it stands still.
  @Override
  public void close() {
    time.goesOn();
    try (beside) {
      program.close();
      playground.close();
    }
  }
}
