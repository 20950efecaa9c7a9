package otklik.helpdesk.clocks;

import static otklik.storage.MicrosConverter.instant;
import static otklik.storage.MicrosConverter.micros;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.SlaClock;
import otklik.helpdesk.tickets.TicketClocks;
import otklik.kernel.TicketId;
import otklik.storage.Statement;
import otklik.turns.Turn;

/// The rows of tickets' clocks.
@Component
public final class ClockRows {
  private static final String COLUMNS =
      "select kind, allowed, spent, since_at, due_at, next_at, told, done_at, ticket_id from sla_clock ";
  private static final Statement OF = Statement.of(COLUMNS + "where workspace_id = ? and ticket_id = ?");
  private static final Statement DUE = Statement.of(COLUMNS + """
      where workspace_id = ? and channel_id = ? and next_at is not null and next_at <= ? order by due_at, ticket_id
      """);

  private static final Statement EARLIEST = Statement.of("""
      select next_at from sla_clock where workspace_id = ? and channel_id = ? and next_at is not null
      order by next_at limit 1
      """);
  private static final Statement SAVE = Statement.of("""
      insert into sla_clock (workspace_id, channel_id, ticket_id, kind, allowed, spent, since_at, due_at, next_at, told,
                             done_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, ticket_id, kind) do update
      set allowed = excluded.allowed, spent = excluded.spent, since_at = excluded.since_at, due_at = excluded.due_at,
          next_at = excluded.next_at, told = excluded.told, done_at = excluded.done_at
      """);

  /// A clock and whose it is.
  record Owned(TicketId ticket, SlaClock clock) {}

  public TicketClocks of(Turn turn, TicketId ticket) throws SQLException {
    SlaClock first = TicketClocks.NONE.first();
    SlaClock next = TicketClocks.NONE.next();
    SlaClock resolution = TicketClocks.NONE.resolution();
    for (Owned row : turn.all(OF, ClockRows::read, turn.workspace().value(), ticket.value())) {
      switch (row.clock().kind()) {
        case FIRST -> first = row.clock();
        case NEXT -> next = row.clock();
        case RESOLUTION -> resolution = row.clock();
      }
    }
    return new TicketClocks(first, next, resolution);
  }

  /// Clocks of a desk of which something is to be said.
  List<Owned> due(Turn turn, Instant now) throws SQLException {
    return turn.all(DUE, ClockRows::read, turn.workspace().value(), turn.channel().id().value(), micros(now));
  }

  /// When something will have to be said of a clock of the desk.
  Optional<Instant> earliest(Turn turn) {
    return turn.first(EARLIEST, row -> instant(row.getLong(1)), turn.workspace().value(), turn.channel().id().value());
  }

  void save(Turn turn, TicketId ticket, SlaClock clock) {
    turn.execute(SAVE, turn.workspace().value(), turn.channel().id().value(), ticket.value(), clock.kind().stored(),
        stored(clock.allowed()), stored(clock.spent()), orNull(clock.since()), orNull(clock.dueAt()),
        orNull(clock.nextAt()), stored(clock.told()), orNull(clock.doneAt()));
  }

  private static @Nullable Long orNull(@Nullable Instant moment) {
    return moment == null ? null : micros(moment);
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
