package otklik.delivery;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import otklik.channels.Call;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.channels.Lines;
import otklik.channels.Place;
import otklik.kernel.Background;
import otklik.kernel.DeliveryId;
import otklik.kernel.Eventually;
import otklik.kernel.Ids;
import otklik.kernel.TestHeap;
import otklik.kernel.TestTime;
import otklik.standing.TestTroubles;
import otklik.standing.Trouble;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.TestDatabases;
import otklik.storage.Tx;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.TestChannels;

/// Everything that sends, over a real database and a messenger of the test's own.
final class PostOffice implements AutoCloseable {
  /// The messenger of the test's own; silent where the office speaks to another.
  final FakeLine line;
  /// The channel's own line first.
  private final List<? extends Line> speaking;
  final List<FakeLine> helpers;
  /// What those who watch the groups were told.
  final List<String> news = new CopyOnWriteArrayList<>();
  final TestTime time;
  final TestHeap heap = new TestHeap();
  final List<SettledDelivery> heard = new CopyOnWriteArrayList<>();
  private final Address address;
  Database database;
  Channel channel;
  Deliveries deliveries;
  DeliveryLifecycle deliveryLifecycle;
  MovedChats movedChats;
  TestTroubles troubles;
  Dispatchers dispatchers;
  private Background background;
  /// What the listener does besides noting what it heard.
  volatile Listening listening = (tx, done) -> {};

  @FunctionalInterface
  interface Listening {
    void hear(Tx tx, SettledDelivery done) throws Exception;
  }

  private PostOffice(Address address, FakeLine line, List<? extends Line> speaking, List<FakeLine> helpers,
      TestTime time) {
    this.time = time;
    this.address = address;
    this.line = line;
    this.speaking = speaking;
    this.helpers = helpers;
    build();
  }

  static PostOffice open(Limits limits) {
    return open(limits, 0);
  }

  static PostOffice open(Limits limits, int helpers) {
    PostOffice office = closed(limits, helpers);
    office.deliveryLifecycle.start();
    return office;
  }

  static PostOffice closed(Limits limits) {
    return closed(limits, 0);
  }

  static PostOffice closed(Limits limits, int helpers) {
    return closed(TestDatabases.SQLITE, limits, helpers);
  }

  /// Makes no calls.
  static PostOffice closed(TestDatabases databases, Limits limits) {
    return closed(databases, limits, 0);
  }

  private static PostOffice closed(TestDatabases databases, Limits limits, int helpers) {
    FakeLine line = new FakeLine("own", limits);
    List<FakeLine> others = IntStream.range(0, helpers).mapToObj(i -> new FakeLine("helper" + i, limits)).toList();
    return new PostOffice(databases.ready(), line, Stream.concat(Stream.of(line), others.stream()).toList(), others,
        new TestTime());
  }

  static PostOffice open(TestDatabases databases, Limits limits) {
    return open(databases, limits, 0);
  }

  static PostOffice open(TestDatabases databases, Limits limits, int helpers) {
    PostOffice office = closed(databases, limits, helpers);
    office.deliveryLifecycle.start();
    return office;
  }

  /// Speaks over real lines, the channel's own first.
  static PostOffice open(TestDatabases databases, TestTime time, Line... speaking) {
    PostOffice office =
        new PostOffice(databases.ready(), new FakeLine("silent", Limits.NONE), List.of(speaking), List.of(), time);
    office.deliveryLifecycle.start();
    return office;
  }

  Address address() {
    return address;
  }

  private void build() {
    database = TestDatabases.open(address, time);
    background = new Background(time);
    time.skipWhile(() -> background.running() == 0 && database.unfinishedWrites() == 0);
    Channels channels = TestChannels.in(database, address, "acme");
    channel = channels.all().iterator().next();
    Lines lines = new Lines();
    lines.add(channel.id(), speaking.getFirst());
    speaking.stream().skip(1).forEach(helper -> lines.addHelper(channel.id(), helper));
    Listeners listeners = new Listeners();
    listeners.know(List.of(listener));
    Outbox outbox = new Outbox(database, listeners);
    movedChats = new MovedChats(database);
    GroupLoadListeners groupLoadListeners = new GroupLoadListeners(List.of(watch), database);
    dispatchers = new Dispatchers();
    troubles = TestTroubles.in(database, channels, List.of(new ResumeLanes(dispatchers)));
    Courier courier = new Courier(outbox, new OutcomeRecorder(outbox, listeners, database, background),
        new Addressing(outbox, movedChats, new PrivateTopics(database)), groupLoadListeners,
        new RecoverableFailures(troubles.reports(), movedChats),
        database, background);
    deliveryLifecycle = new DeliveryLifecycle(channels, lines, outbox, courier, dispatchers, groupLoadListeners,
        new SpentQuota(database, time),
        background, time,
        heap);
    outcomeReplay = new OutcomeReplay(channels, dispatchers, listeners, database, background);
    deliveries = new Deliveries(outbox, dispatchers, new Ids(time));
  }

  /// Whether what is owed may be taken back.
  boolean revocable;
  OutcomeReplay outcomeReplay;

  private final Listener listener = new Listener() {
    @Override
    public Set<String> kinds() {
      return Set.of("test");
    }

    @Override
    public boolean isRevocable() {
      return revocable;
    }

    @Override
    public void heard(Turn turn, SettledDelivery done) throws Exception {
      listening.hear(turn.tx(), done);
      turn.afterCommit(() -> heard.add(done));
    }
  };

  private final GroupLoadListener watch = new GroupLoadListener() {
    @Override
    public void loadChanged(Turn turn, GroupLoad load) {
      turn.afterCommit(() -> news.add(load.overloaded() ? "overloaded" : "well"));
    }

    @Override
    public void helperSetAside(Turn turn, String chat, String account, String why) {
      turn.afterCommit(() -> news.add(account + " aside in " + chat));
    }
  };

  /// The program ends in good order and begins again over the same rows.
  void restart() {
    end();
    build();
    deliveryLifecycle.start();
  }

  /// The program is killed, with calls in the air, and begins again over the same rows.
  void dies() {
    background.close();
    database.close();
    build();
    deliveryLifecycle.start();
  }

  private void end() {
    deliveryLifecycle.stop();
    background.close();
    database.close();
  }

  DeliveryId owe(NewDelivery owed) {
    return database.writeNow(tx -> deliveries.owe(Turn.of(tx, channel), owed));
  }

  DeliveryId says(String chat, String text) {
    return owe(NewDelivery.words(say(chat, text)).about("test", 1));
  }

  static Call say(String chat, String text) {
    return Call.Say.text(Place.chat(chat), text);
  }

  /// Nothing is owed any more.
  void settles() {
    becomesTrue(() -> dispatchers.lanes() == 0,
        () -> line.texts() + " and " + dispatchers.lanes() + " lanes");
  }

  void calls(int number) {
    becomesTrue(() -> line.calls.size() >= number, line::texts);
  }

  /// That stands in the way of the channel, and what met it in that chat waits: nothing there is in the air.
  void meets(Trouble.Kind kind, String chat) {
    becomesTrue(() -> troubles().equals(List.of(kind)) && !dispatchers.of(channel).isUnderWayIn(chat),
        () -> troubles() + " and " + line.texts());
  }

  List<Trouble.Kind> troubles() {
    return troubles.known().of(channel).stream().map(Trouble::kind).toList();
  }

  /// In no time, where only time is waited for.
  void becomesTrue(BooleanSupplier wanted, Supplier<?> seen) {
    Eventually.becomesTrue(wanted, seen, time);
  }

  List<String> states() {
    return rows("state");
  }

  /// What an expression yields for each delivery, in their order.
  List<String> rows(String expression) {
    return database.read(sql -> sql.fetch("select " + expression + " from delivery where workspace_id = ? order by id",
        channel.workspace().value()).map(row -> row.get(0, String.class)));
  }

  @Override
  public void close() {
    end();
  }
}
