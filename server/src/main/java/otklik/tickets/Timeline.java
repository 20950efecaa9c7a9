package otklik.tickets;

import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.TIMELINE;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Record4;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.ReadTx;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What happened to tickets, who did it and when. Only grows.
@Component
public final class Timeline {
  private static final Statement ADD = Statement.of("""
      insert into timeline (id, workspace_id, ticket_id, event, actor_id, data, created_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """);

  private final Ids ids;
  private final InstantSource clock;

  Timeline(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /// @param actor null when nobody in particular did it
  public record Entry(String event, @Nullable PersonId actor, @Nullable String data, Instant at) {}

  /// Oldest first.
  public List<Entry> of(ReadTx tx, Channel channel, TicketId ticket) throws SQLException {
    tx.flush();
    return entries(tx, channel, ticket).orderBy(TIMELINE.ID).fetch(Timeline::entry);
  }

  public Optional<Entry> latest(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    tx.flush();
    return entries(tx, channel, ticket).orderBy(TIMELINE.ID.desc()).limit(1).fetchOptional(Timeline::entry);
  }

  private static SelectConditionStep<Record4<String, Long, String, Instant>> entries(ReadTx tx, Channel channel,
      TicketId ticket) {
    return tx.sql().select(TIMELINE.EVENT, TIMELINE.ACTOR_ID, TIMELINE.DATA, TIMELINE.CREATED_AT).from(TIMELINE)
        .where(TIMELINE.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TIMELINE.TICKET_ID.eq(ticket.value()));
  }

  private static Entry entry(Record4<String, Long, String, Instant> row) {
    return new Entry(row.value1(), row.value2() == null ? null : new PersonId(row.value2()), row.value3(),
        row.value4());
  }

  /// What happened stays, what was noted besides goes.
  public void erase(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    tx.flush();
    tx.sql().update(TIMELINE)
        .setNull(TIMELINE.DATA)
        .where(TIMELINE.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TIMELINE.TICKET_ID.eq(ticket.value()))
        .execute();
  }

  /// Likewise for events of one kind.
  public void erase(Tx tx, Channel channel, TicketId ticket, String event) throws SQLException {
    tx.flush();
    tx.sql().update(TIMELINE)
        .setNull(TIMELINE.DATA)
        .where(TIMELINE.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TIMELINE.TICKET_ID.eq(ticket.value()))
        .and(TIMELINE.EVENT.eq(event))
        .execute();
  }

  /// Likewise for what somebody noted besides, in all tickets.
  public void eraseNotesOf(Tx tx, Channel channel, PersonId actor) throws SQLException {
    tx.flush();
    tx.sql().update(TIMELINE)
        .setNull(TIMELINE.DATA)
        .where(TIMELINE.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TIMELINE.ACTOR_ID.eq(actor.value()))
        .execute();
  }

  /// The tickets to which somebody has done anything, oldest first.
  public List<TicketId> touchedBy(Tx tx, Channel channel, PersonId actor) throws SQLException {
    tx.flush();
    return tx.sql().selectDistinct(TIMELINE.TICKET_ID).from(TIMELINE)
        .where(TIMELINE.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TIMELINE.ACTOR_ID.eq(actor.value()))
        .orderBy(TIMELINE.TICKET_ID)
        .fetch(row -> new TicketId(row.value1()));
  }

  /// @param event a past participle: opened, taken, answered, closed …
  /// @param actor null when nobody in particular did it
  public void note(Tx tx, Channel channel, TicketId ticket, String event, @Nullable PersonId actor,
      @Nullable String data) throws SQLException {
    tx.defer(ADD, ids.next(), channel.workspace().value(), ticket.value(), event,
        actor == null ? null : actor.value(), data, micros(clock.instant()));
  }
}
