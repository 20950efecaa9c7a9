package otklik.helpdesk;

import static otklik.storage.MicrosConverter.instant;
import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.SLA_CLOCK;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The rows of tickets' clocks.
@Component
final class ClockRows {
  private static final String COLUMNS =
      "select kind, allowed, spent, since_at, due_at, next_at, told, done_at, ticket_id from sla_clock ";
  private static final Statement OF = Statement.of(COLUMNS + "where workspace_id = ? and ticket_id = ?");
  private static final Statement DUE = Statement.of(COLUMNS + """
      where workspace_id = ? and channel_id = ? and next_at is not null and next_at <= ? order by due_at, ticket_id
      """);

  /// A clock and whose it is.
  record Owned(TicketId ticket, SlaClock clock) {}

  TicketClocks of(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    SlaClock first = TicketClocks.NONE.first();
    SlaClock next = TicketClocks.NONE.next();
    SlaClock resolution = TicketClocks.NONE.resolution();
    for (Owned row : tx.all(OF, ClockRows::read, channel.workspace().value(), ticket.value())) {
      switch (row.clock().kind()) {
        case FIRST -> first = row.clock();
        case NEXT -> next = row.clock();
        case RESOLUTION -> resolution = row.clock();
      }
    }
    return new TicketClocks(first, next, resolution);
  }

  /// Clocks of a desk of which something is to be said.
  List<Owned> due(Tx tx, Channel channel, Instant now) throws SQLException {
    return tx.all(DUE, ClockRows::read, channel.workspace().value(), channel.id().value(), micros(now));
  }

  /// When something will have to be said of a clock of the desk.
  Optional<Instant> earliest(Tx tx, Channel channel) {
    Field<Instant> earliest = DSL.min(SLA_CLOCK.NEXT_AT);
    return tx.sql().select(earliest).from(SLA_CLOCK)
        .where(SLA_CLOCK.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(SLA_CLOCK.CHANNEL_ID.eq(channel.id().value()))
        .and(SLA_CLOCK.NEXT_AT.isNotNull())
        .fetchOptional(earliest);
  }

  void save(Tx tx, Channel channel, TicketId ticket, SlaClock clock) {
    tx.sql().insertInto(SLA_CLOCK)
        .set(SLA_CLOCK.WORKSPACE_ID, channel.workspace().value())
        .set(SLA_CLOCK.CHANNEL_ID, channel.id().value())
        .set(SLA_CLOCK.TICKET_ID, ticket.value())
        .set(SLA_CLOCK.KIND, clock.kind().stored())
        .set(SLA_CLOCK.ALLOWED, stored(clock.allowed()))
        .set(SLA_CLOCK.SPENT, stored(clock.spent()))
        .set(SLA_CLOCK.SINCE_AT, clock.since())
        .set(SLA_CLOCK.DUE_AT, clock.dueAt())
        .set(SLA_CLOCK.NEXT_AT, clock.nextAt())
        .set(SLA_CLOCK.TOLD, stored(clock.told()))
        .set(SLA_CLOCK.DONE_AT, clock.doneAt())
        .onConflict(SLA_CLOCK.WORKSPACE_ID, SLA_CLOCK.TICKET_ID, SLA_CLOCK.KIND)
        .doUpdate()
        .set(SLA_CLOCK.ALLOWED, stored(clock.allowed()))
        .set(SLA_CLOCK.SPENT, stored(clock.spent()))
        .set(SLA_CLOCK.SINCE_AT, clock.since())
        .set(SLA_CLOCK.DUE_AT, clock.dueAt())
        .set(SLA_CLOCK.NEXT_AT, clock.nextAt())
        .set(SLA_CLOCK.TOLD, stored(clock.told()))
        .set(SLA_CLOCK.DONE_AT, clock.doneAt())
        .execute();
  }

  private static Owned read(ResultSet row) throws SQLException {
    return new Owned(new TicketId(row.getLong(9)), new SlaClock(SlaClock.Kind.read(row.getString(1)),
        duration(row.getLong(2)), duration(row.getLong(3)), moment(row, 4), moment(row, 5), moment(row, 6),
        SlaClock.Told.valueOf(row.getString(7).toUpperCase(Locale.ROOT)), moment(row, 8)));
  }

  private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
    long stored = row.getLong(column);
    return row.wasNull() ? null : instant(stored);
  }

  private static Duration duration(long stored) {
    return Duration.of(stored, ChronoUnit.MICROS);
  }

  private static long stored(Duration duration) {
    return duration.dividedBy(ChronoUnit.MICROS.getDuration());
  }

  private static String stored(SlaClock.Told told) {
    return told.name().toLowerCase(Locale.ROOT);
  }
}
