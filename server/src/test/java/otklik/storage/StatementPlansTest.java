package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.storage.schema.DefaultSchema;

/// Nobody waits longer because an installation has served for years: no statement that the tests have executed walks
/// through a table that grows. The build runs this when all other tests are over; see [SeenStatements].
@ParameterizedClass(name = "{0}")
@EachDatabase
class StatementPlansTest {
  /// A few ids may be found through a workspace that is small yet, and what was set aside is listed by hand.
  private static final Pattern FINE_WHILE_SMALL = Pattern.compile("id in \\(| set aside \\*/");

  private static Connection connection;
  private static QueryPlans plans;
  private static List<String> walksWithoutStatistics = List.of();
  private static Map<String, List<Access>> seen = Map.of();

  private final TestDatabases databases;

  StatementPlansTest(TestDatabases databases) {
    this.databases = databases;
  }

  @BeforeParameterizedClassInvocation
  static void open(TestDatabases databases) throws SQLException {
    Address address = databases.fresh();
    Database.open(address, SqlListener.NONE, InstantSource.system()).close();
    connection = DriverManager.getConnection(address.url(), address.properties());
    plans = QueryPlans.on(connection, databases);
    LargeTables.fill(connection);
    walksWithoutStatistics = List.of();
    if (databases == TestDatabases.SQLITE) {
      // So it is in the first hour, and as long as the file is small.
      walksWithoutStatistics = walks(explainedAll(databases));
    }
    LargeTables.lookAt(connection, databases);
    seen = explainedAll(databases);
  }

  private static Map<String, List<Access>> explainedAll(TestDatabases databases) {
    Map<String, List<Access>> explained = new LinkedHashMap<>();
    for (String sql : SeenStatements.on(databases)) {
      if (!Explained.readsNothing(sql) && !explained.containsKey(Explained.of(sql))) {
        explained.put(Explained.of(sql), plan(sql));
      }
    }
    return explained;
  }

  @AfterParameterizedClassInvocation
  static void close() throws SQLException {
    connection.close();
  }

  @Test
  void no_statement_walks_through_a_table_that_grows() {
    assertThat(walks(seen)).as("on %s", databases).isEmpty();
  }

  @Test
  void nor_does_one_before_the_planner_knows_the_tables() {
    assertThat(walksWithoutStatistics).filteredOn(found -> !FINE_WHILE_SMALL.matcher(found).find()).isEmpty();
  }

  @Test
  void whole_suites_look_into_every_table_that_grows() {
    if (SeenStatements.areOfTheWholeSuite()) {
      assertThat(seen.values()).flatExtracting(steps -> steps).extracting(Access::table).containsAll(growing());
    }
  }

  private static List<String> walks(Map<String, List<Access>> explained) {
    List<String> found = new ArrayList<>();
    explained.forEach((sql, steps) -> {
      List<Access> walks = steps.stream().filter(step -> step.walks() && !AllowedWalk.allows(sql, step)).toList();
      if (!walks.isEmpty()) {
        found.add(walks + " " + sql);
      }
    });
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "select * from message where workspace_id = ? and channel_id = ? and (author = ? or album = ?)",
      "select count(*) from delivery where workspace_id = ? and chat = ?",
      "select id from inbox where workspace_id = ? and channel_id = ? and state = 'handled'",
      "delete from timer where workspace_id = ? and channel_id = ? and subject like 'x%'",
      "select id from timer where workspace_id = ? and channel_id = ? and subject = ?",
      "select t.id from ticket t where t.workspace_id = ? and t.state = 'closed' order by t.id",
      "update person set name = '' where workspace_id = ? and messenger = 'telegram'",
      "select m.id from message m join ticket t on t.workspace_id = m.workspace_id and t.id = m.ticket_id "
          + "where m.workspace_id = ? and t.owner_id = 7",
  })
  void a_statement_that_walks_is_found(String sql) {
    assertThat(plan(sql)).anyMatch(Access::walks);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "select * from message where workspace_id = ? and channel_id = ? and chat = ? and external_id = ?",
      "select id from delivery where workspace_id = ? and channel_id = ? and lane = ? and state = 'pending' order by id",
      "select min(due_at) from timer where state = 'waiting'",
      "select count(*) from ticket where workspace_id = ? and channel_id = ? and created_at >= ?",
      "select id from ticket where workspace_id = ? and channel_id = ? and state <> 'closed'",
      "update ticket set state = 'taken' where workspace_id = ? and id = ? and state = 'open'",
      "delete from message where workspace_id = ? and channel_id = ? and id in (1, 2)",
  })
  void a_statement_that_finds_what_it_looks_for_passes(String sql) {
    assertThat(plan(sql)).noneMatch(Access::walks);
  }

  private static List<Access> plan(String sql) {
    try {
      return plans.of(Explained.of(sql));
    } catch (SQLException e) {
      throw new IllegalStateException("can't be explained: " + sql, e);
    }
  }

  private static Set<String> growing() {
    Set<String> growing = new TreeSet<>();
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      if (Access.grows(table.getName())) {
        growing.add(table.getName());
      }
    }
    return growing;
  }
}
