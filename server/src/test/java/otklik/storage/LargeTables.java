package otklik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import otklik.storage.schema.DefaultSchema;

/// Fills every table of the schema with so many rows that a planner minds how it finds them. Half of them belong to one
/// workspace, so that "all of a workspace" is no way to find one of them. A table or column that this class has never
/// heard of gets rows too.
final class LargeTables {
  static final long WORKSPACE = 1;
  static final long CHANNEL = 10;
  /// The generated rows are of these four weeks.
  static final long BEGINNING = 1_790_000_000_000_000L;
  static final long END = BEGINNING + 28L * 24 * 3600 * 1_000_000;
  /// Of which so much is "lately", or "long ago": what cleaning, due timers and budgets look for.
  static final long MOMENT = 3600L * 1_000_000;

  private static final int ROWS = 16_000;
  private static final int FEWER = 6_000;
  private static final List<String> MANY = List.of("inbox", "delivery", "timer", "ticket", "message", "timeline", "person");
  /// What other tables refer to is filled first.
  private static final List<String> FIRST = List.of("workspace", "channel", "client", "project");
  private static final int REFERRED_TO = 100;

  /// i counts the rows from 1; `moment` is theirs. Most are settled: such have no words and mostly no person any more,
  /// nothing is due for them, and what went wrong with few is empty with the others.
  private static final Map<String, String> VALUES = Map.ofEntries(
      Map.entry("channel.workspace_id", "1 + i / 10"),
      Map.entry("console_member.workspace_id", "1 + i / 20"),
      Map.entry("console_user.is_owner", "i % 1000 = 0"),
      Map.entry("console_user.disabled_at", "case when i % 50 = 0 then moment end"),
      Map.entry("console_link.user_id", "case when i % 1000 > 0 then i end"),
      Map.entry("inbox.state", "case when i % 200 = 0 then 'pending' when i % 997 = 0 then 'aside' else 'handled' end"),
      Map.entry("inbox.conversation", "case when i % 200 = 0 or i % 997 = 0 then 'c' || (i % 2000) else '' end"),
      Map.entry("inbox.raw", "case when i % 200 = 0 or i % 997 = 0 then 'raw' || i else '{}' end"),
      Map.entry("inbox.error", "case when i % 997 = 0 then 'error' end"),
      Map.entry("inbox.handled_at", "case when i % 200 > 0 then moment end"),
      Map.entry("delivery.state", "case when i % 200 = 0 then 'pending' when i % 997 = 0 then 'aside' "
          + "when i % 1999 = 0 then 'unheard' when i % 99 = 0 then 'refused' else 'sent' end"),
      Map.entry("delivery.call", "case when i % 200 = 0 or i % 997 = 0 then 'call' || i else '{}' end"),
      Map.entry("delivery.chat", "case when i / 2 % 2 = 0 then '-100' || (i % 20) else 'c' || (i % 2000) end"),
      Map.entry("delivery.lane", "case i % 40 when 2 then 'side/c' when 3 then 'press/c' when 4 then 'ask/c' else 'c' end"
          + " || (i % 2000)"),
      Map.entry("delivery.subject", "case i / 2 % 4 when 0 then 'relay.answer:' when 1 then 'relay.copy:' "
          + "when 2 then 'room.card:' end || i"),
      Map.entry("delivery.account", "case when i % 20 = 0 then 'helper' end"),
      Map.entry("delivery.revocable", "null"),
      Map.entry("delivery.coalesce_key", "case when i % 3 = 0 then 'card' || (i / 10) end"),
      Map.entry("delivery.joins", "case when i % 50 < 2 then 'joins' || (i / 100) end"),
      Map.entry("delivery.joined_into", "case when i % 100 = 51 then i - 1 end"),
      Map.entry("delivery.result", "case when i % 200 > 0 then 'm' || i end"),
      Map.entry("delivery.error", "case when i % 99 = 0 then 'error' end"),
      Map.entry("delivery.failure", "case when i % 99 = 0 then 'failure' end"),
      Map.entry("delivery.failed_at", "case when i % 99 = 0 then moment end"),
      Map.entry("delivery.started_at", "case when i % 200 > 0 then moment end"),
      Map.entry("delivery.done_at", "case when i % 200 > 0 then moment end"),
      Map.entry("delivery.replay_at", "case when i % 3998 = 0 then moment end"),
      Map.entry("timer.state", "case i % 500 when 0 then 'aside' when 1 then 'absent' else 'waiting' end"),
      Map.entry("timer.kind", "'kind' || (i % 12)"),
      Map.entry("timer.about", "'about' || (i / 3)"),
      Map.entry("timer.error", "case when i % 500 = 0 then 'error' end"),
      Map.entry("ticket.state", "case i % 50 when 0 then 'new' when 10 then 'in_progress' else 'closed' end"),
      Map.entry("ticket.person_id", "i / 2"),
      Map.entry("ticket.owner_id", "case when i % 4 > 0 then i % 300 * 53 end"),
      Map.entry("ticket.room_chat", "'group'"),
      Map.entry("ticket.room_mark", "case when i % 5 = 0 then '#' || i end"),
      Map.entry("ticket.room_topic", "case when i % 5 = 0 then 'shared' else 't' || i end"),
      Map.entry("ticket.closed_at", "case when i % 50 not in (0, 10) then moment end"),
      Map.entry("ticket.first_response_at", "case when i % 50 > 0 then moment end"),
      Map.entry("search_entry.person_id", "i / 2"),
      Map.entry("message.ticket_id", "i / 8"),
      Map.entry("message.chat", "'c' || (i % 2000)"),
      Map.entry("message.author", "case when i / 2 % 2 = 0 then 'c' || (i % 2000) else 'operator' || (i % 30) end"),
      Map.entry("message.direction", "case when i / 2 % 2 = 0 then 'in' when i % 9 = 0 then 'note' else 'out' end"),
      Map.entry("message.type", "case when i % 20 = 0 then 'photo' else 'text' end"),
      Map.entry("message.file_id", "case when i % 20 = 0 then 'file' || i end"),
      Map.entry("message.album", "case when i % 4 = 0 then 'album' || (i / 20) end"),
      Map.entry("message.reply_to", "case when i % 6 = 0 then 'external_id' || (i / 2) end"),
      Map.entry("message.copy_chat", "case when i / 2 % 2 = 0 then 'group' else 'c' || (i % 2000) end"),
      Map.entry("message.copy_id", "case when i % 100 > 1 then 'm' || i end"),
      Map.entry("message.failure", "case when i % 500 = 1 then 'blocked' end"),
      Map.entry("message.first_text", "case when i % 100 = 1 then 'text' end"),
      Map.entry("message.byline", "null"),
      Map.entry("message.retold_by", "null"),
      Map.entry("message.notice_delivery", "case when i % 500 = 1 then i end"),
      Map.entry("message.taken_back_at", "case when i % 500 = 3 then moment end"),
      Map.entry("more_copy.message_id", "i / 2"),
      Map.entry("more_copy.failure", "case when i % 500 = 1 then 'blocked' end"),
      Map.entry("timeline.ticket_id", "i / 4"),
      Map.entry("timeline.event", "case i / 2 % 6 when 0 then 'closed' when 1 then 'reopened' else 'taken' end"),
      Map.entry("timeline.actor_id", "case when i / 2 % 2 = 0 then i % 300 * 53 end"),
      Map.entry("sla_clock.since_at", "case when i % 50 = 0 then moment end"),
      Map.entry("sla_clock.next_at", "case when i % 50 = 0 then moment end"),
      Map.entry("sla_clock.due_at", "case when i % 50 = 0 then moment end"),
      Map.entry("sla_clock.done_at", "case when i % 50 > 0 then moment end"),
      Map.entry("erasure.done_at", "case when i % 500 > 0 then moment end"),
      Map.entry("asking.ticket_id", "i / 40"),
      Map.entry("asking.person_id", "i % 400 * 39"),
      Map.entry("asking.state", "case when i / 2 % 9 = 0 then 'seen' else 'sent' end"),
      Map.entry("asking.failure", "case when i % 500 = 1 then 'blocked' end"),
      Map.entry("not_urgent_vote.ticket_id", "i / 3"),
      Map.entry("request_remark.ticket_id", "i / 2"),
      Map.entry("doorstep.who", "'who' || (i / 10)"),
      Map.entry("membership_question.wish_id", "i / 3"),
      Map.entry("membership_question.person_id", "i / 6"),
      Map.entry("trouble.ended_at", "case when i % 300 > 0 then moment end"),
      Map.entry("resident.country", "case when i / 2 % 10 = 0 then 'DE' else 'ES' end"),
      Map.entry("emergency_request.country", "case when i / 2 % 10 = 0 then 'DE' else 'ES' end"),
      Map.entry("emergency_request.ending", "case i % 50 when 0 then null when 10 then null else 'FULFILLED' end"));

  private LargeTables() {}

  static void fill(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : FIRST) {
        statement.executeUpdate(rows(table, REFERRED_TO));
      }
      for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
        String name = table.getName();
        if ((table.field("workspace_id") != null || name.startsWith("console_")) && !FIRST.contains(name)) {
          statement.executeUpdate(rows(name, MANY.contains(name) ? ROWS : FEWER));
        }
      }
      connection.setAutoCommit(true);
    }
  }

  /// As the program or the database itself does now and then.
  static void lookAt(Connection connection, TestDatabases databases) throws SQLException {
    switch (databases) {
      case SQLITE -> {
        DSLContext sql = DSL.using(connection, SQLDialect.SQLITE);
        Statistics.due(sql).forEach(statement -> Statistics.look(sql, statement));
      }
      case POSTGRES -> {
        try (var statement = connection.createStatement()) {
          statement.execute("vacuum analyze");
        }
      }
    }
  }

  private static String rows(String name, int count) {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Field<?> column : DefaultSchema.DEFAULT_SCHEMA.getTable(name).fields()) {
      columns.add(column.getName());
      String own = VALUES.get(name + "." + column.getName());
      values.add((own == null ? value(column, count) : own).replace("moment", moment(count)));
    }
    return "with recursive n(i) as (select 1 union all select i + 1 from n where i < " + count + ") insert into " + name
        + " (" + String.join(", ", columns) + ") select " + String.join(", ", values) + " from n where true on conflict do nothing";
  }

  private static String moment(int count) {
    return BEGINNING + " + cast(i as bigint) * " + (END - BEGINNING) / count;
  }

  private static String value(Field<?> column, int count) {
    String name = column.getName();
    return switch (name) {
      case "workspace_id" -> "case when i % 2 = 0 then 1 else 2 + i / 2 % 7 end";
      case "channel_id" -> "10 * case when i % 2 = 0 then 1 else 2 + i / 2 % 7 end + case when i % 8 > 5 then 1 else 0 end";
      case "client_id", "project_id" -> "1 + i % " + REFERRED_TO;
      default -> {
        Class<?> type = column.getType();
        if (name.endsWith("_at")) {
          yield "moment";
        } else if (type == String.class) {
          int length = column.getDataType().length();
          yield length > 0 && length < name.length() + 6 ? "'v' || i % 9" : "'" + name + "' || i";
        } else if (type == Boolean.class) {
          yield "i / 2 % 2 = 0";
        } else {
          yield type == Long.class ? "i" : "i % 100";
        }
      }
    };
  }
}
