package otklik.tickets;

import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.TIMELINE;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.storage.Statement;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// What happened to tickets, who did it and when. Only grows.
@Component
public final class Timeline {
  private static final Statement ADD = Statement.of("""
      insert into timeline (id, workspace_id, ticket_id, event, actor_kind, actor_id, actor_name, data, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """);

  /// As the column has room for.
  private static final int LONGEST_NAME = 200;

  private final Ids ids;

  Timeline(Ids ids) {
    this.ids = ids;
  }

  private static final String MESSENGER = "messenger";
  private static final String CONSOLE = "console";
  private static final String INTEGRATION = "integration";
  private static final String CLOCK = "clock";

  /// @param by who did it, without what they were granted
  public record Entry(String event, Actor by, @Nullable String data, Instant at) {}

  /// Oldest first.
  public List<Entry> of(ReadTurn turn, TicketId ticket) throws SQLException {
    turn.flush();
    return entries(turn, ticket).orderBy(TIMELINE.ID).fetch(Timeline::entry);
  }

  public Optional<Entry> latest(Turn turn, TicketId ticket) throws SQLException {
    turn.flush();
    return entries(turn, ticket).orderBy(TIMELINE.ID.desc()).limit(1).fetchOptional(Timeline::entry);
  }

  private static SelectConditionStep<? extends Record> entries(ReadTurn turn, TicketId ticket) {
    return turn.sql().select(TIMELINE.EVENT, TIMELINE.ACTOR_KIND, TIMELINE.ACTOR_ID, TIMELINE.ACTOR_NAME, TIMELINE.DATA,
        TIMELINE.CREATED_AT).from(TIMELINE)
        .where(TIMELINE.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMELINE.TICKET_ID.eq(ticket.value()));
  }

  private static Entry entry(Record row) {
    return new Entry(row.get(TIMELINE.EVENT), by(row), row.get(TIMELINE.DATA), row.get(TIMELINE.CREATED_AT));
  }

  private static Actor by(Record row) {
    Long known = row.get(TIMELINE.ACTOR_ID);
    PersonId person = known == null ? null : new PersonId(known);
    String name = Objects.requireNonNullElse(row.get(TIMELINE.ACTOR_NAME), "");
    return switch (row.get(TIMELINE.ACTOR_KIND)) {
      case CONSOLE -> new Actor.ConsoleUser(name, person, Set.of());
      case INTEGRATION -> new Actor.Integration(name, Set.of());
      case null, default -> Actor.of(person);
    };
  }

  /// What happened stays, what was noted besides goes.
  public void erase(Turn turn, TicketId ticket) throws SQLException {
    turn.flush();
    turn.sql().update(TIMELINE)
        .setNull(TIMELINE.DATA)
        .where(TIMELINE.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMELINE.TICKET_ID.eq(ticket.value()))
        .execute();
  }

  /// Likewise for events of one kind.
  public void erase(Turn turn, TicketId ticket, String event) throws SQLException {
    turn.flush();
    turn.sql().update(TIMELINE)
        .setNull(TIMELINE.DATA)
        .where(TIMELINE.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMELINE.TICKET_ID.eq(ticket.value()))
        .and(TIMELINE.EVENT.eq(event))
        .execute();
  }

  /// Likewise for what somebody noted besides, in all tickets, and for what the console calls them.
  public void eraseNotesOf(Turn turn, PersonId actor) throws SQLException {
    turn.flush();
    turn.sql().update(TIMELINE)
        .setNull(TIMELINE.DATA)
        .setNull(TIMELINE.ACTOR_NAME)
        .where(TIMELINE.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMELINE.ACTOR_ID.eq(actor.value()))
        .execute();
  }

  /// The tickets to which somebody has done anything, oldest first.
  public List<TicketId> touchedBy(Turn turn, PersonId actor) throws SQLException {
    turn.flush();
    return turn.sql().selectDistinct(TIMELINE.TICKET_ID).from(TIMELINE)
        .where(TIMELINE.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMELINE.ACTOR_ID.eq(actor.value()))
        .orderBy(TIMELINE.TICKET_ID)
        .fetch(row -> new TicketId(row.value1()));
  }

  /// @param event a past participle: opened, taken, answered, closed …
  public void note(Turn turn, TicketId ticket, String event, Actor by, @Nullable String data) throws SQLException {
    PersonId person = by.person();
    turn.defer(ADD, ids.next(), turn.workspace().value(), ticket.value(), event, kind(by),
        person == null ? null : person.value(), name(by), data, micros(turn.now()));
  }

  private static String kind(Actor by) {
    return switch (by) {
      case Actor.MessengerUser _ -> MESSENGER;
      case Actor.ConsoleUser _ -> CONSOLE;
      case Actor.Integration _ -> INTEGRATION;
      case Actor.Clock _ -> CLOCK;
    };
  }

  private static @Nullable String name(Actor by) {
    return switch (by) {
      case Actor.ConsoleUser user -> cut(user.name());
      case Actor.Integration program -> cut(program.name());
      case Actor.MessengerUser _, Actor.Clock _ -> null;
    };
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
