package otklik.tickets;

import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.TIMELINE;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record4;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.Statement;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// What happened to tickets, who did it and when. Only grows.
@Component
public final class Timeline {
  private static final Statement ADD = Statement.of("""
      insert into timeline (id, workspace_id, ticket_id, event, actor_id, data, created_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """);

  private final Ids ids;

  Timeline(Ids ids) {
    this.ids = ids;
  }

  /// @param actor null when nobody in particular did it
  public record Entry(String event, @Nullable PersonId actor, @Nullable String data, Instant at) {}

  /// Oldest first.
  public List<Entry> of(ReadTurn turn, TicketId ticket) throws SQLException {
    turn.flush();
    return entries(turn, ticket).orderBy(TIMELINE.ID).fetch(Timeline::entry);
  }

  public Optional<Entry> latest(Turn turn, TicketId ticket) throws SQLException {
    turn.flush();
    return entries(turn, ticket).orderBy(TIMELINE.ID.desc()).limit(1).fetchOptional(Timeline::entry);
  }

  private static SelectConditionStep<Record4<String, Long, String, Instant>> entries(ReadTurn turn, TicketId ticket) {
    return turn.sql().select(TIMELINE.EVENT, TIMELINE.ACTOR_ID, TIMELINE.DATA, TIMELINE.CREATED_AT).from(TIMELINE)
        .where(TIMELINE.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMELINE.TICKET_ID.eq(ticket.value()));
  }

  private static Entry entry(Record4<String, Long, String, Instant> row) {
    return new Entry(row.value1(), row.value2() == null ? null : new PersonId(row.value2()), row.value3(),
        row.value4());
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

  /// Likewise for what somebody noted besides, in all tickets.
  public void eraseNotesOf(Turn turn, PersonId actor) throws SQLException {
    turn.flush();
    turn.sql().update(TIMELINE)
        .setNull(TIMELINE.DATA)
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
  /// @param actor null when nobody in particular did it
  public void note(Turn turn, TicketId ticket, String event, @Nullable PersonId actor,
      @Nullable String data) throws SQLException {
    turn.defer(ADD, ids.next(), turn.workspace().value(), ticket.value(), event,
        actor == null ? null : actor.value(), data, micros(turn.now()));
  }
}
