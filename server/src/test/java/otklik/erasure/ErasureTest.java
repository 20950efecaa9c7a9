package otklik.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.storage.schema.Tables.CSAT;
import static otklik.storage.schema.Tables.DELIVERY;
import static otklik.storage.schema.Tables.ERASURE;
import static otklik.storage.schema.Tables.INBOX;
import static otklik.storage.schema.Tables.REQUEST_REMARK;
import static otklik.storage.schema.Tables.RESIDENT;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.type.filter.AssignableTypeFilter;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Step;
import otklik.dialogs.Visitor;
import otklik.intake.RawUpdates;
import otklik.kernel.Background;
import otklik.kernel.Eventually;
import otklik.kernel.Heap;
import otklik.kernel.Ids;
import otklik.kernel.TestHeap;
import otklik.kernel.TestTime;
import otklik.kernel.TimeSource;
import otklik.people.Actor;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.rooms.RoomTag;
import otklik.rooms.Rooms;
import otklik.rooms.TestGroups;
import otklik.standing.ChannelInspector;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.storage.schema.DefaultSchema;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.TestChannels;

/// What the rail promises any scenario: people are forgotten by what it declares alone.
@ParameterizedClass(name = "{0}")
@EachDatabase
class ErasureTest {
  private static final String MARKER = "Geheimnis";

  @Parameter
  TestDatabases databases;

  private final TestGroups messenger = new TestGroups();
  private final TestTime time = new TestTime();
  private AnnotationConfigApplicationContext rails;
  private Database database;
  private Channel channel;
  private TestLending.Helpers helpers;
  private Tickets tickets;
  private Deliveries deliveries;
  private int written;

  /// The step of a form.
  record Asking(String words) implements Step {
    @Override
    public String tag() {
      return "test.asking.v1";
    }
  }

  /// Hears of what the scenario itself says.
  private record Heard() implements Listener {
    @Override
    public Set<String> kinds() {
      return Set.of(TestLending.TOLD, TestLending.COPY, TestLending.SHOWN);
    }

    @Override
    public void heard(Turn turn, SettledDelivery done) {
      // It arrived.
    }
  }

  @BeforeEach
  void open() {
    Address address = databases.ready();
    database = TestDatabases.open(address, time);
    Channels channels = TestChannels.in(database, address, "acme");
    channel = channels.all().iterator().next();
    Lines lines = new Lines();
    lines.add(channel.id(), messenger);
    rails = new AnnotationConfigApplicationContext();
    rails.registerBean(TimeSource.class, () -> time);
    rails.registerBean(Heap.class, TestHeap::new);
    rails.registerBean(Ids.class, () -> new Ids(InstantSource.system()));
    rails.registerBean(Background.class, () -> new Background(time));
    rails.registerBean(Database.class, () -> database);
    rails.registerBean(Channels.class, () -> channels);
    rails.registerBean(Lines.class, () -> lines);
    rails.registerBean(RawUpdates.class, RawUpdates::new);
    rails.registerBean(Listener.class, Heard::new);
    rails.registerBean(TestLending.Rooms.class, TestLending.Rooms::new);
    rails.registerBean(TestLending.Data.class, () -> new TestLending.Data(rails.getBean(Tickets.class)));
    rails.registerBean(TestLending.Helpers.class, () -> new TestLending.Helpers(rails.getBean(Deliveries.class)));
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(rails);
    scanner.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    scanner.addExcludeFilter(new AssignableTypeFilter(ChannelInspector.class));
    scanner.scan("otklik.people", "otklik.standing", "otklik.delivery", "otklik.timers", "otklik.dialogs",
        "otklik.tickets", "otklik.relay", "otklik.search", "otklik.rooms", "otklik.erasure");
    rails.refresh();
    helpers = rails.getBean(TestLending.Helpers.class);
    tickets = rails.getBean(Tickets.class);
    deliveries = rails.getBean(Deliveries.class);
  }

  @AfterEach
  void close() {
    rails.close();
    database.close();
  }

  @Test
  void nothing_is_left_of_somebody_whose_scenario_only_declares_what_it_knows() {
    Person olena = seen("7");
    Ticket first = opened(olena);
    says(first, Direction.IN);
    says(first, Direction.OUT);
    Eventually.becomesTrue(() -> messenger.texts("7").size() == 1, () -> messenger.texts("7"));
    String room = room(first);
    work(turn -> tickets.move(turn, found(turn, first), Ticket.CLOSED, null));
    Ticket second = opened(olena);
    room(second);
    work(turn -> leavesMuch(turn, olena, second));
    String line = "a line about " + MARKER;
    shows(TestLending.GROUP, line);
    assertThat(withMarker()).contains("person", "message", "csat", "resident", "request_remark", "timeline", "inbox",
        "dialog");

    forgets(olena);

    assertThat(withMarker()).isEmpty();
    shows("7", messenger.texts("7").getFirst(), "All is gone.");
    shows(TestLending.GROUP);
    Eventually.becomesTrue(() -> messenger.others().contains("DeleteTopic " + room), messenger::others);
    work(turn -> {
      assertThat(tickets.of(turn, olena.id())).hasSize(2)
          .allMatch(ticket -> ticket.isErased() && ticket.state().equals(Ticket.CLOSED));
      assertThat(turn.sql().fetchCount(CSAT, CSAT.WORKSPACE_ID.eq(turn.workspace().value()))).isEqualTo(1);
      assertThat(turn.sql().select(ERASURE.TICKETS, ERASURE.MESSAGES).from(ERASURE)
          .where(ERASURE.WORKSPACE_ID.eq(turn.workspace().value())).and(ERASURE.DONE_AT.isNotNull())
          .fetchSingle().intoList()).isEqualTo(List.of(2, 2));
    });
  }

  @Test
  void of_others_everything_stays() {
    Person olena = seen("7");
    Person marek = seen("8");
    says(opened(olena), Direction.IN);
    Ticket his = opened(marek);
    says(his, Direction.IN);
    work(turn -> leavesMuch(turn, marek, his));

    forgets(olena);

    assertThat(withMarker()).contains("person", "message", "csat", "resident", "request_remark", "timeline");
    work(turn -> assertThat(found(turn, his).isErased()).isFalse());
  }

  @Test
  void whoever_works_there_keeps_their_name() {
    Person ina = seen("99");
    forgets(ina);
    assertThat(withMarker()).containsExactly("person");
  }

  @Test
  void what_others_were_told_of_somebody_leaves_their_chats() {
    Ticket ticket = taken(seen("7"), seen("8"));
    tells("8", TestLending.TOLD, ticket, "the way to " + MARKER);
    tells("9", TestLending.SHOWN, ticket, "a photo of " + MARKER);
    tells("8", TestLending.COPY, ticket, "wanted by " + MARKER);
    shows("8", "the way to " + MARKER, "wanted by " + MARKER);
    shows("9", "a photo of " + MARKER);

    forgets(person("7"));

    shows("8", "wanted by " + MARKER); // what a copy says then is the scenario's business
    shows("9");
    assertThat(helpers.done).containsExactly("begin 7");
  }

  @Test
  void a_helper_is_released_and_named_nowhere_and_what_they_were_told_leaves_their_chat() {
    Person helper = seen("8");
    Ticket ticket = taken(seen("7"), helper);
    tells("8", TestLending.TOLD, ticket, "the way");
    tells("8", TestLending.SHOWN, ticket, "a photo");
    shows("8", "the way", "a photo");

    forgets(helper);

    shows("8", "a photo", "All is gone.");
    assertThat(helpers.done).containsExactly("begin 8", "release #0001", "refresh #0001");
    work(turn -> {
      assertThat(found(turn, ticket).isErased()).isFalse();
      assertThat(rails.getBean(Timeline.class).of(turn, ticket.id()))
          .filteredOn(entry -> entry.by().is(helper.id()))
          .isNotEmpty().allMatch(entry -> entry.data() == null);
    });
  }

  private void leavesMuch(Turn turn, Person person, Ticket ticket) throws Exception {
    long workspace = turn.workspace().value();
    turn.sql().insertInto(RESIDENT, RESIDENT.WORKSPACE_ID, RESIDENT.CHANNEL_ID, RESIDENT.PERSON_ID, RESIDENT.CHAT,
            RESIDENT.CITY, RESIDENT.COUNTRY, RESIDENT.CREATED_AT, RESIDENT.UPDATED_AT)
        .values(workspace, turn.channel().id().value(), person.id().value(), person.account(), MARKER, "GE", turn.now(),
            turn.now()).execute();
    turn.sql().insertInto(CSAT, CSAT.ID, CSAT.WORKSPACE_ID, CSAT.TICKET_ID, CSAT.SCORE, CSAT.COMMENT, CSAT.CREATED_AT)
        .values(ticket.id().value(), workspace, ticket.id().value(), MARKER, MARKER, turn.now()).execute();
    turn.sql().insertInto(REQUEST_REMARK, REQUEST_REMARK.ID, REQUEST_REMARK.WORKSPACE_ID, REQUEST_REMARK.TICKET_ID,
            REQUEST_REMARK.AUTHOR_ID, REQUEST_REMARK.TEXT, REQUEST_REMARK.CREATED_AT)
        .values(ticket.id().value(), workspace, ticket.id().value(), 1L, MARKER, turn.now()).execute();
    turn.sql().insertInto(INBOX, INBOX.ID, INBOX.WORKSPACE_ID, INBOX.CHANNEL_ID, INBOX.CONVERSATION, INBOX.RAW,
            INBOX.STATE, INBOX.ATTEMPTS, INBOX.RECEIVED_AT)
        .values(ticket.id().value(), workspace, turn.channel().id().value(), person.account(), MARKER, "aside", 5,
            turn.now()).execute();
    rails.getBean(Timeline.class).note(turn, ticket.id(), "described", Actor.of(person.id()), MARKER);
    rails.getBean(Dialogs.class).go(turn, person.account(), new Asking(MARKER));
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(Place.chat(TestLending.GROUP), "a line about " + MARKER))
        .about(RoomTag.LINE.of(channel), person.id().value()));
  }

  /// Somebody whose name is the marker.
  private Person seen(String account) {
    return database.writeNow(tx -> rails.getBean(People.class).seen(Turn.of(tx, channel),
        new Author(account, MARKER, MARKER.toLowerCase(Locale.ROOT), null, true)));
  }

  private Person person(String account) {
    return database.writeNow(tx -> rails.getBean(People.class).find(Turn.of(tx, channel), account).orElseThrow());
  }

  private Ticket opened(Person person) {
    return database.writeNow(tx -> {
      Turn turn = Turn.of(tx, channel);
      Ticket ticket = tickets.open(turn, person.id(), person.account(), "new");
      rails.getBean(Rooms.class).open(turn, ticket);
      return ticket;
    });
  }

  private Ticket taken(Person person, Person helper) {
    Ticket ticket = opened(person);
    work(turn -> {
      tickets.move(turn, ticket, "taken", helper.id());
      rails.getBean(Timeline.class).note(turn, ticket.id(), "taken", Actor.of(helper.id()), MARKER);
    });
    return ticket;
  }

  private void says(Ticket ticket, Direction direction) {
    String chat = direction == Direction.IN ? ticket.chat() : TestLending.GROUP;
    Content words = Content.Text.of(MARKER + " " + ++written);
    Incoming.Said said = new Incoming.Said(Place.chat(chat), direction == Direction.IN,
        new MessageRef(chat, "m" + written),
        new Author(direction == Direction.IN ? ticket.chat() : "99", MARKER, null, null, true), words, null, null,
        Instant.EPOCH);
    work(turn -> rails.getBean(Relay.class).pass(turn, found(turn, ticket), direction, said, words));
  }

  private void tells(String chat, String kind, Ticket ticket, String words) {
    work(turn -> deliveries.owe(turn,
        NewDelivery.words(Call.Say.text(Place.chat(chat), words)).about(kind, ticket.id().value())));
  }

  private void forgets(Person person) {
    Eventually.becomesTrue(() -> owed() == 0, this::owed);
    work(turn -> rails.getBean(Erasure.class).erase(Visitor.of(turn, person, person.account())));
    Eventually.becomesTrue(() -> messenger.texts(person.account()).contains("All is gone."),
        () -> messenger.texts(person.account()));
  }

  /// How many deliveries nobody knows the outcome of yet.
  private int owed() {
    return database.read(sql -> sql.fetchCount(DELIVERY, DELIVERY.WORKSPACE_ID.eq(channel.workspace().value())
        .and(DELIVERY.STATE.eq("pending"))));
  }

  private Ticket found(Turn turn, Ticket ticket) throws SQLException {
    return tickets.find(turn, ticket.id()).orElseThrow();
  }

  /// Where the ticket has its topic, once it is there.
  private String room(Ticket ticket) {
    List<String> room = new ArrayList<>();
    Eventually.becomesTrue(() -> {
      work(turn -> {
        Place place = found(turn, ticket).room();
        if (place != null) {
          room.add(place.key());
        }
      });
      return !room.isEmpty();
    }, () -> room);
    Eventually.becomesTrue(() -> !messenger.texts(room.getFirst()).isEmpty(), () -> messenger.texts(room.getFirst()));
    return room.getFirst();
  }

  /// Tables with the marker in any column.
  private Set<String> withMarker() {
    return database.read(sql -> DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
        .filter(table -> table.getTableType() == TableType.TABLE)
        .filter(table -> table.field("workspace_id") != null)
        .filter(table -> sql.fetchExists(table, Objects.requireNonNull(table.field("workspace_id", Long.class))
            .eq(channel.workspace().value()).and(says(table))))
        .map(Table::getName).collect(Collectors.toSet()));
  }

  private static Condition says(Table<?> table) {
    return DSL.or(Arrays.stream(table.fields())
        .map(field -> DSL.lower(field.cast(String.class)).contains(MARKER.toLowerCase(Locale.ROOT))).toList());
  }

  private void shows(String place, String... texts) {
    Eventually.becomesTrue(() -> messenger.texts(place).equals(List.of(texts)), () -> messenger.texts(place));
  }

  private void work(Work work) {
    database.writeNow(tx -> {
      work.on(Turn.of(tx, channel));
      return null;
    });
  }

  @FunctionalInterface
  private interface Work {
    void on(Turn turn) throws Exception;
  }
}
