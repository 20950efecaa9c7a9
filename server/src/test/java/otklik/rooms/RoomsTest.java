package otklik.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.kernel.Background;
import otklik.kernel.Eventually;
import otklik.kernel.Heap;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TestHeap;
import otklik.kernel.TestTime;
import otklik.kernel.TimeSource;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.standing.ChannelInspector;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.TestChannels;

/// What the rail promises any scenario: here, one whose tickets stand among other things that are said in a chat.
@ParameterizedClass
@EachDatabase
class RoomsTest {
  /// The channel's own, as `TestChannels` declares it: what it refuses waits until somebody mends it.
  private static final String COORDINATORS = "-500";
  private static final String ELSEWHERE = "-700";

  @Parameter
  TestDatabases databases;

  private final TestGroups groups = new TestGroups();
  private final TestTime time = new TestTime();
  private AnnotationConfigApplicationContext rails;
  private Database database;
  private Channel channel;
  private TestScenario scenario;
  private Rooms rooms;
  private Tickets tickets;
  private Relay relay;
  private int written;

  @BeforeEach
  void open() {
    Address address = databases.ready();
    database = TestDatabases.open(address, time);
    Channels channels = TestChannels.in(database, address, "acme");
    channel = channels.all().iterator().next();
    Lines lines = new Lines();
    lines.add(channel.id(), groups);
    rails = new AnnotationConfigApplicationContext();
    scenario = new TestScenario(() -> rails.getBean(Tickets.class), () -> rails.getBean(LostRooms.class),
        ticket -> inChat(COORDINATORS, ticket));
    rails.registerBean(TimeSource.class, () -> time);
    rails.registerBean(Heap.class, TestHeap::new);
    rails.registerBean(Ids.class, () -> new Ids(InstantSource.system()));
    rails.registerBean(Background.class, () -> new Background(time));
    rails.registerBean(Database.class, () -> database);
    rails.registerBean(Channels.class, () -> channels);
    rails.registerBean(Lines.class, () -> lines);
    rails.registerBean(TestScenario.class, () -> scenario);
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(rails);
    scanner.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    scanner.addExcludeFilter(new AssignableTypeFilter(ChannelInspector.class));
    scanner.scan("otklik.standing", "otklik.delivery", "otklik.timers", "otklik.tickets", "otklik.relay",
        "otklik.search", "otklik.rooms");
    rails.refresh();
    rooms = rails.getBean(Rooms.class);
    tickets = rails.getBean(Tickets.class);
    relay = rails.getBean(Relay.class);
  }

  @AfterEach
  void close() {
    rails.close();
    database.close();
  }

  private static RoomPlacement inChat(String chat, Ticket ticket) {
    return new RoomPlacement.InChat(chat, ticket.shownNumber() + " Olena");
  }

  @Test
  void in_a_chat_a_ticket_is_a_card_that_stays_true_and_its_words_begin_with_its_mark() {
    Ticket ticket = opened(7);
    writes(ticket, "help");
    notes(ticket, "nobody has answered yet");
    shows(COORDINATORS, "#0001 is new", "#0001 Olena:\nhelp", "#0001 Olena: nobody has answered yet");
    closes(ticket);
    shows(COORDINATORS, "#0001 is closed", "#0001 Olena:\nhelp", "#0001 Olena: nobody has answered yet");
    assertThat(groups.others()).isEmpty();
  }

  @Test
  void what_was_written_before_there_is_a_room_follows_the_card_once_the_scenario_wants_one() {
    scenario.placement = _ -> new RoomPlacement.NotYet();
    Ticket ticket = opened(7);
    writes(ticket, "help");
    assertThat(groups.texts(COORDINATORS)).isEmpty();

    scenario.placement = one -> inChat(COORDINATORS, one);
    refreshes(ticket);
    shows(COORDINATORS, "#0001 is new", "#0001 Olena:\nhelp");
  }

  @Test
  void among_several_a_reply_says_which_ticket_is_meant() {
    Ticket first = opened(7);
    Ticket second = opened(8);
    writes(second, "and me");
    shows(COORDINATORS, "#0001 is new", "#0002 is new", "#0002 Olena:\nand me");

    means(first, COORDINATORS, "#0001 is new");
    means(second, COORDINATORS, "#0002 Olena:\nand me");
    assertThat(meant(ELSEWHERE, groups.idOf(COORDINATORS, "#0001 is new"))).isNull();
    assertThat(meant(COORDINATORS, "999")).isNull();
    assertThat(meant(COORDINATORS, null)).isNull();
  }

  @Test
  void a_card_that_somebody_deleted_comes_back_with_the_next_change() {
    Ticket ticket = opened(7);
    shows(COORDINATORS, "#0001 is new");
    groups.deletes(COORDINATORS, groups.idOf(COORDINATORS, "#0001 is new"));
    moves(ticket, "taken");
    shows(COORDINATORS, "#0001 is taken");
    moves(ticket, "returned");
    shows(COORDINATORS, "#0001 is returned");
  }

  @Test
  void a_chat_that_is_gone_is_tried_again_after_a_while_and_nothing_was_lost() {
    scenario.placement = ticket -> inChat(ELSEWHERE, ticket);
    groups.loses(ELSEWHERE);
    Ticket ticket = opened(7);
    writes(ticket, "help");
    Eventually.becomesTrue(() -> found(ticket).room() == null, () -> found(ticket));
    writes(ticket, "anybody");

    groups.findsAgain(ELSEWHERE);
    time.advance(Duration.ofMinutes(2));
    shows(ELSEWHERE, "#0001 is new", "#0001 Olena:\nhelp", "#0001 Olena:\nanybody");
  }

  @Test
  void a_chat_that_lives_on_under_another_id_is_followed() {
    Ticket ticket = opened(7);
    shows(COORDINATORS, "#0001 is new");
    database.writeNow(tx -> {
      rails.getBean(RoomNews.class).moved(Turn.of(tx, channel), new Incoming.Moved(COORDINATORS, "-1500"));
      return null;
    });
    writes(ticket, "help");
    shows("-1500", "#0001 Olena:\nhelp");
    means(ticket, "-1500", "#0001 Olena:\nhelp");
    moves(ticket, "taken");
    shows("-1500", "#0001 Olena:\nhelp", "#0001 is taken");
    means(ticket, "-1500", "#0001 is taken");
  }

  @Test
  void a_card_that_arrives_after_its_person_was_erased_is_deleted() {
    groups.holds(COORDINATORS);
    Ticket ticket = opened(7);
    database.writeNow(tx -> {
      tickets.move(Turn.of(tx, channel), ticket, Ticket.CLOSED, null);
      tickets.erased(Turn.of(tx, channel), ticket);
      return null;
    });
    groups.releases(COORDINATORS);
    opened(8);
    shows(COORDINATORS, "#0002 is new");
  }

  @Test
  void a_topic_of_its_own_begins_with_the_pinned_card_and_closes_with_the_ticket() {
    scenario.placement = ticket -> new RoomPlacement.OwnTopic(COORDINATORS, ticket.shownNumber() + " | Tbilisi");
    Ticket ticket = opened(7);
    writes(ticket, "help");
    Eventually.becomesTrue(() -> found(ticket).room() != null, () -> found(ticket));
    String room = Objects.requireNonNull(found(ticket).room()).key();
    shows(room, "#0001 is new", "help");
    closes(ticket);
    shows(room, "#0001 is closed", "help");
    Eventually.becomesTrue(() -> groups.others().containsAll(List.of("Pin " + room, "CloseTopic " + room)),
        groups::others);
    assertThat(groups.others()).containsOnlyOnce("OpenTopic " + COORDINATORS);
  }

  private Ticket opened(long person) {
    return database.writeNow(tx -> {
      Ticket ticket = tickets.open(Turn.of(tx, channel), new PersonId(person), Long.toString(person), "new");
      rooms.open(Turn.of(tx, channel), ticket);
      return ticket;
    });
  }

  private void writes(Ticket ticket, String text) {
    Incoming.Said said = said(ticket.chat(), "p" + ++written, text, null);
    database.writeNow(tx -> relay.pass(Turn.of(tx, channel),
        tickets.find(Turn.of(tx, channel), ticket.id()).orElseThrow(), Direction.IN,
        said, said.content()));
  }

  private void notes(Ticket ticket, String text) {
    database.writeNow(tx -> {
      rooms.note(Turn.of(tx, channel), tickets.find(Turn.of(tx, channel), ticket.id()).orElseThrow(), text);
      return null;
    });
  }

  private void moves(Ticket ticket, String state) {
    database.writeNow(tx -> {
      tickets.move(Turn.of(tx, channel), tickets.find(Turn.of(tx, channel), ticket.id()).orElseThrow(), state, null);
      rooms.refresh(Turn.of(tx, channel), ticket.id());
      return null;
    });
  }

  private void closes(Ticket ticket) {
    moves(ticket, Ticket.CLOSED);
    database.writeNow(tx -> {
      rooms.close(Turn.of(tx, channel), tickets.find(Turn.of(tx, channel), ticket.id()).orElseThrow());
      return null;
    });
  }

  private void refreshes(Ticket ticket) {
    database.writeNow(tx -> {
      rooms.refresh(Turn.of(tx, channel), ticket.id());
      return null;
    });
  }

  private Ticket found(Ticket ticket) {
    return database.writeNow(tx -> tickets.find(Turn.of(tx, channel), ticket.id()).orElseThrow());
  }

  /// What we have just said is known as soon as it is noted where it stands.
  private void means(Ticket ticket, String chat, String repliedTo) {
    Eventually.becomesTrue(() -> Objects.equals(meant(chat, groups.idOf(chat, repliedTo)), ticket.id().value()),
        () -> repliedTo);
  }

  /// The id of the ticket that is meant by words in a chat.
  private @Nullable Long meant(String chat, @Nullable String replyTo) {
    Incoming.Said said = said(chat, "o" + ++written, "on my way", replyTo);
    return database.<@Nullable Long>writeNow(tx -> {
      Ticket ticket = rails.getBean(MeantTickets.class).meant(Turn.of(tx, channel), said);
      return ticket == null ? null : ticket.id().value();
    });
  }

  private static Incoming.Said said(String chat, String id, String text, @Nullable String replyTo) {
    return new Incoming.Said(Place.chat(chat), !chat.startsWith("-"), new MessageRef(chat, id),
        new Author(chat, "Olena", null, null, true), Content.Text.of(text),
        replyTo == null ? null : new MessageRef(chat, replyTo), null, Instant.EPOCH);
  }

  private void shows(String place, String... texts) {
    Eventually.becomesTrue(() -> groups.texts(place).equals(List.of(texts)), () -> groups.texts(place));
  }
}
