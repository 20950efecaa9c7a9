package otklik.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Place;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.people.Actor;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.TestChannels;

@ParameterizedClass
@EachDatabase
class TicketsTest {
  private static final PersonId OLENA = new PersonId(7);
  private static final PersonId MAREK = new PersonId(8);
  private static final Place ROOM = new Place("-5", "9");

  @Parameter
  TestDatabases databases;

  private final Ids ids = new Ids(InstantSource.system());
  private final Tickets tickets = new Tickets(ids);
  private final Timeline timeline = new Timeline(ids);
  private Database database;
  private Channel acme;
  private Channel other;

  @BeforeEach
  void open() {
    Address address = databases.ready();
    database = TestDatabases.open(address);
    Iterator<Channel> channels = TestChannels.in(database, address, "acme", "other").all().iterator();
    acme = channels.next();
    other = channels.next();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void numbers_count_from_one_in_each_workspace() {
    assertThat(List.of(opened(acme, OLENA).number(), opened(acme, MAREK).number(), opened(other, OLENA).number()))
        .containsExactly(1L, 2L, 1L);
    assertThat(new Ticket(opened(acme, new PersonId(9)).id(), 42, OLENA, "7", "new", null, null, null, null, null,
        InstantSource.system().instant(), null, null, null).shownNumber()).isEqualTo("#0042");
  }

  @Test
  void a_person_has_one_open_ticket_and_a_number_that_was_not_used_is_not_lost() {
    Ticket first = opened(acme, OLENA);
    assertThatThrownBy(() -> opened(acme, OLENA)).isInstanceOf(RuntimeException.class);
    moved(acme, first, Ticket.CLOSED, null);
    assertThat(opened(acme, OLENA).number()).isEqualTo(2);
  }

  @Test
  void only_the_first_of_two_moves_from_one_state_happens() {
    Ticket ticket = opened(acme, OLENA);
    assertThat(moved(acme, ticket, "in_progress", MAREK)).isTrue();
    assertThat(moved(acme, ticket, "in_progress", OLENA)).isFalse();
    assertThat(find(acme, ticket)).hasValueSatisfying(now -> assertThat(now.owner()).isEqualTo(MAREK));
  }

  @Test
  void a_ticket_never_has_two_rooms() {
    Ticket ticket = opened(acme, OLENA);
    assertThat(database.<Boolean>writeNow(tx -> tickets.roomOpened(Turn.of(tx, acme), ticket, ROOM))).isTrue();
    assertThat(database.<Boolean>writeNow(tx -> tickets.roomOpened(Turn.of(tx, acme), ticket,
        new Place("-5", "10")))).isFalse();
    assertThat(database.<Boolean>writeNow(tx -> tickets.roomLost(Turn.of(tx, acme), ticket,
        new Place("-5", "10")))).isFalse();
    assertThat(database.<Boolean>writeNow(tx -> tickets.roomLost(Turn.of(tx, acme), ticket, ROOM))).isTrue();
    assertThat(find(acme, ticket)).hasValueSatisfying(now -> assertThat(now.room()).isNull());
  }

  @Test
  void nothing_of_one_workspace_is_seen_or_changed_from_another() {
    Ticket here = opened(acme, OLENA);
    Ticket there = opened(other, OLENA);
    database.writeNow(tx -> tickets.roomOpened(Turn.of(tx, acme), here, ROOM)
        && tickets.roomOpened(Turn.of(tx, other), there, ROOM));
    database.writeNow(tx -> {
      timeline.note(Turn.of(tx, acme), here.id(), "opened", Actor.of(OLENA), "planted in acme");
      return null;
    });
    assertThat(find(other, here)).isEmpty();
    assertThat(moved(other, here, Ticket.CLOSED, null)).isFalse();
    assertThat(database.<Boolean>writeNow(tx -> tickets.answered(Turn.of(tx, other), here))).isFalse();
    assertThat(database.<Optional<Ticket>>writeNow(tx -> tickets.inRoom(Turn.of(tx, acme), ROOM)).orElseThrow().id())
        .isEqualTo(here.id());
    assertThat(database.<Optional<Ticket>>writeNow(tx -> tickets.openOf(Turn.of(tx, other), OLENA)).orElseThrow().id())
        .isEqualTo(there.id());
    assertThat(database.<Optional<Ticket>>writeNow(tx -> tickets.numbered(Turn.of(tx, other), 1)).orElseThrow().id())
        .isEqualTo(there.id());
    List<String> notes = database.read(sql -> sql.fetch("select data from timeline where workspace_id = ?",
        other.workspace().value()).map(row -> row.get(0, String.class)));
    assertThat(notes).isEmpty();
  }

  @Test
  void the_timeline_names_whoever_did_it_whichever_door_they_came_through() {
    Ticket ticket = opened(acme, OLENA);
    List<Actor> actors = List.of(Actor.of(OLENA), new Actor.ConsoleUser("Marek K.", MAREK, Set.of()),
        new Actor.ConsoleUser("Ivan", null, Set.of()), new Actor.Integration("CRM", Set.of()), Actor.CLOCK);
    database.writeNow(tx -> {
      for (Actor actor : actors) {
        timeline.note(Turn.of(tx, acme), ticket.id(), "closed", actor, null);
      }
      return null;
    });
    assertThat(database.<List<Timeline.Entry>>writeNow(tx -> timeline.of(Turn.of(tx, acme), ticket.id())))
        .extracting(Timeline.Entry::by).containsExactlyElementsOf(actors);
  }

  @Test
  void what_an_earlier_version_noted_was_done_by_a_person_or_by_the_clock() {
    Ticket ticket = opened(acme, OLENA);
    database.writeNow(tx -> {
      for (Object actor : Arrays.asList(OLENA.value(), null)) {
        tx.sql().execute("insert into timeline (id, workspace_id, ticket_id, event, actor_id, created_at)"
            + " values (?, ?, ?, 'closed', ?, 1)", ids.next(), acme.workspace().value(), ticket.id().value(), actor);
      }
      return null;
    });
    assertThat(database.<List<Timeline.Entry>>writeNow(tx -> timeline.of(Turn.of(tx, acme), ticket.id())))
        .extracting(Timeline.Entry::by).containsExactly(Actor.of(OLENA), Actor.CLOCK);
  }

  private Ticket opened(Channel channel, PersonId person) {
    return database.writeNow(tx -> tickets.open(Turn.of(tx, channel), person, "7", "new"));
  }

  private boolean moved(Channel channel, Ticket ticket, String to, @Nullable PersonId owner) {
    return database.<Boolean>writeNow(tx -> tickets.move(Turn.of(tx, channel), ticket, to, owner));
  }

  private Optional<Ticket> find(Channel channel, Ticket ticket) {
    return database.<Optional<Ticket>>writeNow(tx -> tickets.find(Turn.of(tx, channel), ticket.id()));
  }
}
