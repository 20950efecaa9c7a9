package otklik.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.Door;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.channels.Received;
import otklik.kernel.Background;
import otklik.kernel.Eventually;
import otklik.kernel.Ids;
import otklik.kernel.TestHeap;
import otklik.kernel.TestTime;
import otklik.standing.TestTroubles;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.TestDatabases;
import otklik.storage.Tx;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.TestChannels;

/// Everything that takes in, over a real database, with a scenario of the test's own.
final class Office implements AutoCloseable {
  private static final Instant BEGINNING = Instant.parse("2030-01-01T10:00:00Z");
  private static final Author OLENA = new Author("7", "Olena", null, "ru", true);

  /// What the scenario handled and committed: conversation and text, in the order of the commits.
  final List<String> handled = new CopyOnWriteArrayList<>();
  final List<String> apologies = new CopyOnWriteArrayList<>();
  final TestTime time;
  final TestHeap heap = new TestHeap();
  final Address address;
  volatile Handling handling = (tx, said) -> {};
  volatile Predicate<String> early = said -> false;
  volatile Function<String, @Nullable Query> query = said -> null;
  Database database;
  Channel channel;
  Door door;
  Inbox inbox;
  IntakeLifecycle intakeLifecycle;
  MemoryWatch memory;
  private Conversations conversations;
  private Background background;

  @FunctionalInterface
  interface Handling {
    void handle(Tx tx, String text) throws Exception;
  }

  private final BiFunction<Address, InstantSource, Database> opening;

  private Office(Address address, BiFunction<Address, InstantSource, Database> opening, TestTime time) {
    this.address = address;
    this.time = time;
    this.opening = opening;
    build();
  }

  /// With little time for each statement.
  static Office hasty(TestDatabases databases) {
    Office office = new Office(databases.ready(), TestDatabases::openHasty, new TestTime(BEGINNING));
    office.intakeLifecycle.start();
    return office;
  }

  static Office open(TestDatabases databases) {
    Office office = closed(databases);
    office.intakeLifecycle.start();
    return office;
  }

  static Office closed(TestDatabases databases) {
    return new Office(databases.ready(), TestDatabases::open, new TestTime(BEGINNING));
  }

  /// In a time that passes only when the test waits and nothing goes on but time, until the office closes.
  static Office standing(TestDatabases databases) {
    return new Office(databases.ready(), TestDatabases::open, TestTime.standing(BEGINNING));
  }

  private void build() {
    database = opening.apply(address, time);
    background = new Background(time);
    time.skipWhile(() -> background.running() == 0 && database.unfinishedWrites() == 0);
    Channels channels = TestChannels.in(database, address, "acme");
    channel = channels.all().iterator().next();
    Lines lines = new Lines();
    lines.add(channel.id(), new SilentLine());
    inbox = new Inbox(database, lines);
    memory = new MemoryWatch(heap, background, time);
    conversations = new Conversations(database, inbox, new Capacity(channels, heap), new Scenarios(List.of(scenario())),
        background, time);
    Intake intake = new Intake(database, inbox, conversations,
        TestTroubles.in(database, channels, List.of()).reports(), new Ids(InstantSource.system()));
    door = intake.door(channel);
    intakeLifecycle = new IntakeLifecycle(channels, lines, intake, inbox, conversations, background, time, memory);
  }

  private Scenario scenario() {
    return new Scenario() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public Optional<Query> query(Channel where, Incoming incoming) {
        return Optional.ofNullable(query.apply(((Content.Text) ((Incoming.Said) incoming).content()).text()));
      }

      @Override
      public boolean isEarly(Turn turn, Incoming incoming) {
        return early.test(((Content.Text) ((Incoming.Said) incoming).content()).text());
      }

      @Override
      public void handle(Turn turn, Incoming incoming) throws Exception {
        Incoming.Said said = (Incoming.Said) incoming;
        String text = ((Content.Text) said.content()).text();
        handling.handle(turn.tx(), text);
        turn.afterCommit(() -> handled.add(text));
      }

      @Override
      public boolean knows(Turn turn, Incoming incoming) {
        return false;
      }

      @Override
      public void apologise(Turn turn, Incoming incoming) {
        turn.afterCommit(() -> apologies.add(((Content.Text) ((Incoming.Said) incoming).content()).text()));
      }
    };
  }

  /// The text says the conversation: `a 1` is the first of conversation a.
  static Received said(String externalId, String text) {
    return new Received(externalId, text.split(" ")[0], text, SilentLine.said(OLENA, text));
  }

  void receives(Received... updates) {
    try {
      door.accept(List.of(updates));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void receives(String... texts) {
    for (String text : texts) {
      receives(said(text, text));
    }
  }

  void handles(int number) {
    Eventually.becomesTrue(() -> handled.size() >= number, () -> handled);
  }

  List<String> handledOf(String conversation) {
    return handled.stream().filter(text -> text.split(" ")[0].equals(conversation)).toList();
  }

  Map<String, Integer> states() {
    Map<String, Integer> states = new ConcurrentHashMap<>();
    database.read(sql -> sql.fetch("select state from inbox where workspace_id = ?", channel.workspace().value()))
        .forEach(row -> states.merge(row.get(0, String.class), 1, Integer::sum));
    return states;
  }

  /// How many updates that wait are in memory.
  int inMemory() {
    return conversations.inMemory();
  }

  /// What an expression yields for each update, in their order.
  List<String> rows(String expression) {
    return database.read(sql -> sql.fetch("select " + expression + " from inbox where workspace_id = ? order by id",
        channel.workspace().value()).map(row -> row.get(0, String.class)));
  }

  void start() {
    intakeLifecycle.start();
  }

  void restart() {
    end();
    build();
    intakeLifecycle.start();
  }

  private void end() {
    time.goesOn();
    intakeLifecycle.stop();
    background.close();
    database.close();
  }

  @Override
  public void close() {
    end();
  }

  static List<String> numbered(String conversation, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      texts.add(conversation + " " + i);
    }
    return texts;
  }
}
