package otklik.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import otklik.kernel.Background;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TestTime;
import otklik.kernel.TicketId;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.ReadTx;
import otklik.storage.TestDatabases;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.TestChannels;

/// The index over a real database, and tickets that a test makes up. Indexes when it is told to.
final class Library implements AutoCloseable, Searchable, NewMessages {
  final Address address;
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T10:00:00Z"));
  final List<Channel> channels = new ArrayList<>();
  final Database database;
  /// What happens while a ticket is read.
  volatile Runnable meanwhile = () -> {};
  final SearchIndex index;
  private final Indexing indexing;
  private final Background background = new Background(new TestTime());
  private final Ids ids = new Ids(now::get);
  private final Map<TicketId, Book> tickets = new ConcurrentHashMap<>();
  private final List<Written> written = new CopyOnWriteArrayList<>();
  /// How many messages were read to be indexed or searched.
  final AtomicInteger messagesRead = new AtomicInteger();
  private final Map<Long, Instant> times = new ConcurrentHashMap<>();

  private record Said(long id, String words) {}

  private record Book(long number, PersonId person, String names, List<Said> said) {}

  Library(TestDatabases databases) {
    this.address = databases.ready();
    this.database = TestDatabases.open(address, now::get);
    Channels all = TestChannels.in(database, address, "acme", "globex");
    channels.addAll(all.all());
    Entries entries = new Entries(ids);
    this.index = new SearchIndex(List.of(this), entries, this);
    this.indexing = new Indexing(List.of(this), entries, this, all, database, background);
  }

  TicketId says(int channel, long number, String name, String... words) {
    TicketId ticket = new TicketId(ids.next());
    tickets.put(ticket, new Book(number, new PersonId(name.hashCode()), name, List.of()));
    says(channel, ticket, words);
    return ticket;
  }

  void says(int channel, TicketId ticket, String... words) {
    long id = ids.next();
    tickets.computeIfPresent(ticket, (known, before) -> new Book(before.number(), before.person(), before.names(),
        Stream.concat(before.said().stream(), Stream.of(words).map(one -> new Said(id, one))).toList()));
    times.put(id, now.get());
    written.add(new Written(id, channels.get(channel).workspace(), channels.get(channel).id(), ticket));
  }

  /// They have another name, and nobody tells the index.
  void renames(TicketId ticket, String name) {
    tickets.computeIfPresent(ticket, (id, before) ->
        new Book(before.number(), before.person(), name, before.said()));
  }

  void rewords(int channel, TicketId ticket, String... words) {
    tickets.computeIfPresent(ticket, (id, before) ->
        new Book(before.number(), before.person(), before.names(),
            Stream.of(words).map(one -> new Said(before.said().getLast().id(), one)).toList()));
    database.writeNow(tx -> {
      index.changed(Turn.of(tx, channels.get(channel)), ticket);
      return null;
    });
  }

  void erases(int channel, TicketId ticket) {
    tickets.remove(ticket);
    database.writeNow(tx -> {
      index.erase(Turn.of(tx, channels.get(channel)), List.of(ticket));
      return null;
    });
  }

  void indexes() {
    while (indexing.step()) {
      // Goes on.
    }
  }

  SearchIndex.Found find(int channel, String words, int most) {
    return database.read(Duration.ofMinutes(1), tx -> index.find(ReadTurn.of(tx, channels.get(channel)), words, most))
        .join();
  }

  List<TicketId> found(int channel, String words) {
    return find(channel, words, 10).tickets();
  }

  @Override
  public String scenario() {
    return "test";
  }

  @Override
  public Optional<Findable> findable(ReadTurn turn, TicketId ticket, long behind) {
    Optional<Findable> found = Optional.ofNullable(tickets.get(ticket)).map(book -> {
      List<String> words = book.said().stream().filter(one -> one.id() > behind).map(Said::words).toList();
      messagesRead.addAndGet(words.size());
      return new Findable(book.number(), book.person(), book.names(), words,
          book.said().isEmpty() ? behind : book.said().getLast().id());
    });
    meanwhile.run();
    return found;
  }

  @Override
  public List<Written> after(ReadTx tx, long id, int most) {
    return written.stream().filter(message -> message.id() > id)
        .sorted(Comparator.comparingLong(Written::id)).limit(most).toList();
  }

  @Override
  public Optional<Instant> waitingSince(ReadTx tx, long id) {
    return after(tx, id, 1).stream().findFirst().map(message -> times.get(message.id()));
  }

  @Override
  public void close() {
    background.close();
    database.close();
  }
}
