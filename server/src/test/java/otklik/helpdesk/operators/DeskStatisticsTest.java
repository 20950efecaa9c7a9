package otklik.helpdesk.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.storage.MicrosConverter.micros;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.TestChannels;

/// A desk with three years behind it: a hundred thousand tickets, all but the last twenty closed.
@Tag("slow")
class DeskStatisticsTest {
  private static final int TICKETS = 100_000;
  /// A transaction has its time, however busy the machine is.
  private static final int AT_ONCE = 5_000;
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration APART = Duration.ofDays(3 * 365).dividedBy(TICKETS);
  private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));

  private static final String[] INDEXES = {"ticket_created", "ticket_open", "timeline_moves", "message_answers",
      "csat_given", "sla_clock_done", "sla_clock_due"};

  private final List<String> asked = new ArrayList<>();

  @ParameterizedTest
  @EachDatabase
  void every_stretch_of_time_of_a_large_desk_is_found_through_an_index(TestDatabases databases) {
    Address address = databases.ready();
    try (Database database = Database.open(address, asked::add, InstantSource.system())) {
      Channel channel = TestChannels.in(database, address, "acme").all().iterator().next();
      fill(database, channel);
      asked.clear();
      database.writeNow(tx -> {
        DeskStatistics deskStatistics = new DeskStatistics();
        List<Instant> since = List.of(NOW.minus(Duration.ofDays(1)), MONTH_AGO);
        int month = (int) Duration.ofDays(30).dividedBy(APART);
        assertThat(deskStatistics.opened(Turn.of(tx, channel), since).each().getLast()).isBetween(month - 1, month + 1);
        assertThat(deskStatistics.moves(Turn.of(tx, channel), since)).singleElement()
            .satisfies(move -> assertThat(move.counts().each().getLast()).isBetween(month - 21, month - 19));
        assertThat(deskStatistics.marks(Turn.of(tx, channel), since).get("up").each().getLast()).isBetween(month - 1,
            month + 1);
        assertThat(deskStatistics.firstAnswers(Turn.of(tx, channel), MONTH_AGO)).hasSizeBetween(month - 1, month + 1);
        assertThat(deskStatistics.answered(Turn.of(tx, channel), MONTH_AGO)).hasSize(3);
        assertThat(deskStatistics.now(Turn.of(tx, channel), NOW)).isEqualTo(new DeskStatistics.Now(20, 0, 20));
        return null;
      });
      List<String> statements = List.copyOf(asked);
      assertThat(statements).hasSize(7);
      for (String statement : statements) {
        assertThat(plan(database, channel, statement)).as(statement)
            .containsAnyOf(INDEXES).doesNotContainPattern("SCAN \\w+($|\n)");
      }
    }
  }

  private static void fill(Database database, Channel channel) {
    long workspace = channel.workspace().value();
    long id = channel.id().value();
    String at = micros(NOW) + " - cast(n as bigint) * " + APART.toNanos() / 1000;
    for (int from = 0; from < TICKETS; from += AT_ONCE) {
      fill(database, workspace, id, at, "with recursive numbers (n) as (select " + from
          + " union all select n + 1 from numbers where n < " + (Math.min(from + AT_ONCE, TICKETS) - 1) + ") ");
    }
    database.writeNow(tx -> tx.sql().execute("analyze"));
  }

  private static void fill(Database database, long workspace, long id, String at, String numbers) {
    database.writeNow(tx -> {
      for (String rows : List.of(
          "insert into ticket (id, workspace_id, channel_id, number, person_id, chat, state, created_at, updated_at) "
              + numbers + "select n, %d, %d, n, n, 'c', case when n < 20 then 'new' else 'closed' end, %s, 0 from numbers",
          "insert into timeline (id, workspace_id, ticket_id, event, actor_id, created_at) "
              + numbers + "select n, %d, n + 0 * %d, 'closed', 7, %s from numbers where n >= 20",
          "insert into message (id, workspace_id, channel_id, ticket_id, direction, author, chat, external_id, type, "
              + "content, created_at) "
              + numbers + "select n, %d, %d, n, 'out', n %% 3, 'c', n, 'text', '{}', %s from numbers",
          "insert into csat (id, workspace_id, ticket_id, score, created_at) "
              + numbers + "select n, %d, n + 0 * %d, 'up', %s from numbers",
          "insert into sla_clock (workspace_id, channel_id, ticket_id, kind, allowed, spent, told, due_at, done_at) "
              + numbers + "select %d, %d, n, 'first', 100, n, 'nothing', case when n < 20 then 5 end, %s from numbers")) {
        tx.sql().execute(rows.formatted(workspace, id, at));
      }
      return null;
    });
  }

  private static String plan(Database database, Channel channel, String statement) {
    String filled = statement
        .replaceAll("workspace_id = (\\?|cast\\(\\? as bigint\\))", "workspace_id = " + channel.workspace().value())
        .replaceAll("channel_id = (\\?|cast\\(\\? as bigint\\))", "channel_id = " + channel.id().value())
        .replace("?", Long.toString(micros(MONTH_AGO)));
    boolean sqlite = database.dialect() == SQLDialect.SQLITE;
    return database.read(sql -> sql.fetch((sqlite ? "explain query plan " : "explain ") + filled)).stream()
        .map(row -> String.valueOf(row.get(row.size() - 1))).collect(Collectors.joining("\n"));
  }
}
