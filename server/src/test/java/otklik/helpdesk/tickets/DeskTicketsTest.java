package otklik.helpdesk.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import otklik.kernel.Ids;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.MicrosConverter;
import otklik.storage.TestDatabases;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.TestChannels;

class DeskTicketsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final TicketId TICKET = new TicketId(1);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final DeskTickets deskTickets = new DeskTickets(new Ids(InstantSource.system()));

  @ParameterizedTest
  @EachDatabase
  void a_mark_is_given_once_for_each_closing(TestDatabases databases) {
    Address address = databases.ready();
    try (Database database = TestDatabases.open(address, now::get)) {
      Channel channel = TestChannels.in(database, address, "acme").all().iterator().next();
      in(database, channel, turn -> {
        turn.sql().execute("""
            insert into ticket (id, workspace_id, channel_id, number, person_id, chat, state, created_at, updated_at)
            values (1, ?, ?, 1, 1, 'c', 'closed', 0, 0)
            """, channel.workspace().value(), channel.id().value());
        closed(turn, NOON);
      });
      now.set(NOON.plusSeconds(1));
      in(database, channel, turn -> {
        assertThat(deskTickets.marked(turn, ticket(NOON), "down")).isTrue();
        assertThat(deskTickets.marked(turn, ticket(NOON), "up")).isFalse();
        deskTickets.commented(turn, TICKET, "Долго", new MessageId(5));
        assertThat(deskTickets.uncommented(turn, TICKET, new MessageId(6))).isFalse();
        assertThat(kept(turn)).isEqualTo("down Долго");
        closed(turn, NOON.plusSeconds(10));
      });
      now.set(NOON.plusSeconds(11));
      in(database, channel, turn -> {
        assertThat(deskTickets.marked(turn, ticket(NOON.plusSeconds(10)), "up")).isTrue();
        assertThat(deskTickets.marked(turn, ticket(NOON.plusSeconds(10)), "down")).isFalse();
        assertThat(kept(turn)).isEqualTo("up -");
      });
    }
  }

  private interface Step {
    void in(Turn turn) throws Exception;
  }

  private static void in(Database database, Channel channel, Step step) {
    database.writeNow(tx -> {
      step.in(Turn.of(tx, channel));
      return null;
    });
  }

  private static Ticket ticket(Instant closedAt) {
    return new Ticket(TICKET, 1, new PersonId(1), "c", Ticket.CLOSED, null, null, null, null, null, NOON, null, closedAt,
        null);
  }

  private static void closed(Turn turn, Instant at) {
    turn.sql().execute("update ticket set closed_at = ? where workspace_id = ? and id = 1", MicrosConverter.micros(at),
        turn.workspace().value());
  }

  private static String kept(Turn turn) {
    return String.valueOf(turn.sql().fetchValue(
        "select score || ' ' || coalesce(comment, '-') from csat where workspace_id = ?", turn.workspace().value()));
  }
}
