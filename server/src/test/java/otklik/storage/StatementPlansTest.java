package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  private static Connection connection;
  private static QueryPlans plans;

  private final TestDatabases databases;

  StatementPlansTest(TestDatabases databases) {
    this.databases = databases;
  }

  @BeforeParameterizedClassInvocation
  static void open(TestDatabases databases) throws SQLException {
    Address address = databases.fresh();
    Database.open(address, Watch.NONE).close();
    connection = DriverManager.getConnection(address.url(), address.properties());
    LargeTables.fill(connection, databases);
    plans = QueryPlans.on(connection, databases);
  }

  @AfterParameterizedClassInvocation
  static void close() throws SQLException {
    connection.close();
  }

  @Test
  void no_statement_walks_through_a_table_that_grows() throws SQLException {
    List<String> found = new ArrayList<>();
    Set<String> tables = new TreeSet<>();
    for (String sql : SeenStatements.on(databases)) {
      List<Access> plan = plan(sql);
      plan.forEach(step -> tables.add(step.table()));
      List<Access> walks = plan.stream().filter(Access::walks).toList();
      if (!walks.isEmpty() && AllowedWalk.of(sql).isEmpty()) {
        found.add(walks + " " + sql);
      }
    }
    assertThat(found).isEmpty();
    if (SeenStatements.areOfTheWholeSuite()) {
      assertThat(tables).as("tables that tests look into").containsAll(growing());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "select * from message where workspace_id = ? and channel_id = ? and (author = ? or album = ?)",
      "select count(*) from delivery where workspace_id = ? and chat = ?",
      "select id from inbox where workspace_id = ? and channel_id = ? and state = 'handled'",
      "delete from timer where workspace_id = ? and channel_id = ? and subject like 'x%'",
      "select t.id from ticket t where t.workspace_id = ? and t.state = 'closed' order by t.id",
      "update person set name = '' where workspace_id = ? and messenger = 'telegram'",
      "select m.id from message m join ticket t on t.workspace_id = m.workspace_id and t.id = m.ticket_id "
          + "where m.workspace_id = ? and t.owner_id = 7",
  })
  void a_statement_that_walks_is_found(String sql) throws SQLException {
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
  })
  void a_statement_that_finds_what_it_looks_for_passes(String sql) throws SQLException {
    assertThat(plan(sql)).noneMatch(Access::walks);
  }

  private static List<Access> plan(String sql) throws SQLException {
    return Explained.readsNothing(sql) ? List.of() : plans.of(Explained.of(sql));
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
