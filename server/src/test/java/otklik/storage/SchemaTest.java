package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import otklik.storage.schema.DefaultSchema;

class SchemaTest {
  /// As those who read the database with their own tools know them.
  private static final Map<String, List<String>> VIEWS = Map.of(
      "clients", List.of("id", "name"),
      "projects", List.of("id", "client_id", "name", "invite_code", "is_active"),
      "user_bindings", List.of("id", "tg_user_id", "tg_username", "tg_name", "project_id", "created_at", "updated_at"),
      "tickets", List.of("id", "number", "project_id", "tg_user_id", "category", "priority", "status",
          "support_chat_id", "topic_id", "assigned_to_tg_user_id", "created_at", "updated_at", "first_response_at",
          "closed_at"),
      "messages", List.of("id", "ticket_id", "direction", "tg_message_id", "type", "text", "file_id", "size",
          "author_tg_user_id", "created_at"),
      "feedback", List.of("id", "ticket_id", "csat", "comment", "created_at"));

  @ParameterizedTest
  @EachDatabase
  void the_views_have_the_columns_that_people_know(TestDatabases databases) {
    try (Database database = TestDatabases.open(databases.fresh())) {
      VIEWS.forEach((view, columns) -> assertThat(columns(database, view)).as(view).containsAll(columns));
    }
  }

  @ParameterizedTest
  @EachDatabase
  void the_views_show_moments_that_people_can_read(TestDatabases databases) {
    try (Database database = TestDatabases.open(databases.fresh())) {
      database.writeNow(tx -> tx.sql().execute("""
          insert into csat (id, workspace_id, ticket_id, score, comment, created_at)
          values (1, 1, 1, 'good', null, 1893456000000000)
          """));
      String shown = database.read(sql -> String.valueOf(sql.fetchValue("select created_at from feedback")));
      assertThat(shown).startsWith("2030-01-01");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void the_views_show_telegrams_ids_as_integers_and_nothing_in_place_of_others(TestDatabases databases) {
    try (Database database = TestDatabases.open(databases.fresh())) {
      database.writeNow(tx -> tx.sql().execute("""
          insert into message (id, workspace_id, channel_id, direction, author, chat, external_id, type, content, created_at)
          values (3, 1, 1, 'in', '6001', '-1002', '61', 'text', '{}', 0),
            (4, 1, 1, 'in', 'erased-2', '-1002', '62', 'text', '{}', 0)
          """));
      Result<Record> shown = database.read(sql ->
          sql.fetch("select tg_message_id, author_tg_user_id from messages order by tg_message_id"));
      assertThat(((Number) shown.get(0).get(0)).longValue()).isEqualTo(61);
      assertThat(((Number) shown.get(0).get(1)).longValue()).isEqualTo(6001);
      assertThat(shown.get(1).get(1)).isNull();
    }
  }

  @Test
  void both_databases_have_the_tables_that_the_program_was_built_for() {
    Map<String, TreeSet<String>> built = new TreeMap<>();
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      TreeSet<String> columns = new TreeSet<>();
      for (Field<?> field : table.fields()) {
        columns.add(field.getName());
      }
      built.put(table.getName(), columns);
    }
    for (TestDatabases databases : TestDatabases.values()) {
      try (Database database = TestDatabases.open(databases.fresh())) {
        built.forEach((table, columns) ->
            assertThat(new TreeSet<>(columns(database, table))).as("%s on %s", table, databases).isEqualTo(columns));
      }
    }
  }

  private static List<String> columns(Database database, String table) {
    String marked = "select " + AcrossWorkspaces.NEXT_TIMER.mark() + " * from " + table + " where 1 = 0";
    return database.read(sql -> List.of(sql.fetch(marked).fields()).stream().map(Field::getName).toList());
  }
}
