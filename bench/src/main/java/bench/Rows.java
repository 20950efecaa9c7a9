package bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/// Rows as the server would have written them for others in the last weeks; and what rows cost.
final class Rows implements AutoCloseable {
  private static final int AT_ONCE = 100;
  private static final int PRICED = 20_000;
  private static final String WORDS =
      "{\"call\":\"say\",\"place\":{\"chat\":\"-1002000000001\",\"topic\":\"77\"},\"content\":{\"content\":\"text\",\"text\":"
          + "\"The report does not open, and the page says to try again later. It was the same yesterday, and the day "
          + "before; my colleagues see it too.\",\"spans\":[]},\"replyTo\":null,\"buttons\":[],\"keys\":null}";

  private final Connection connection;
  private final long group;
  private final long workspace;
  private final long channel;

  Rows(Store store, long group) throws SQLException {
    this.connection = store.connectToServers();
    this.group = group;
    this.workspace = number("select id from workspace");
    this.channel = number("select id from channel");
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// Settled deliveries with their words, as earlier versions left them: half of them in 20,000 topics of the group, half
  /// in 50,000 chats; handled updates of these chats, and as many messages.
  void fill(int deliveries, int updates) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(connection.getMetaData().getURL().startsWith("jdbc:sqlite") ? "pragma synchronous = off"
          : "set synchronous_commit = off");
    }
    long now = number("select max(created_at) from delivery");
    long first = Math.min(number("select min(id) from delivery"),
        Math.min(number("select min(id) from inbox"), number("select min(id) from message")));
    run(deliveries, """
        insert into delivery (id, workspace_id, channel_id, chat, lane, priority, call, subject, state, attempts, result,
                              created_at, done_at)
        with recursive n(i) as (select cast(%1$d as bigint) union all select i + 1 from n where i < %2$d)
        select %3$d - i, %4$d, %5$d,
               case when i %% 2 = 0 then '%6$d' else cast(300000 + i / 2 %% 50000 as varchar(20)) end,
               case when i %% 2 = 0 then '%6$d/' || (1000 + i / 2 %% 20000)
                 else cast(300000 + i / 2 %% 50000 as varchar(20)) end,
               0, '%7$s', case when i %% 2 = 0 then 'relay.copy:' else 'relay.answer:' end || (%3$d - i), 'sent', 0,
               cast(i as varchar(20)), %8$d - i * 400000, %8$d - i * 400000
        from n
        """, first, now);
    run(updates, """
        insert into inbox (id, workspace_id, channel_id, external_id, conversation, raw, state, attempts, received_at,
                           handled_at)
        with recursive n(i) as (select cast(%1$d as bigint) union all select i + 1 from n where i < %2$d)
        select %3$d - i, %4$d, %5$d, 'old' || i, cast(300000 + i %% 50000 as varchar(20)), '%7$s', 'handled', 0,
               %8$d - i * 200000, %8$d - i * 200000
        from n
        """, first, now);
    run(updates, """
        insert into message (id, workspace_id, channel_id, ticket_id, direction, author, chat, external_id, type, text, content,
                             delivery_id, copy_chat, copy_id, created_at)
        with recursive n(i) as (select cast(%1$d as bigint) union all select i + 1 from n where i < %2$d)
        select %3$d - i, %4$d, %5$d, 1000000 + i / 20, 'in', cast(300000 + i / 20 as varchar(20)),
               cast(300000 + i / 20 as varchar(20)), cast(i as varchar(20)), 'text', 'The report does not open',
               '%7$s', %3$d - i, '%6$d', 'old' || i, %8$d - i * 2000000
        from n
        """, first, now);
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  private void run(int rows, String sql, long first, long now) throws SQLException {
    for (int from = 1; from <= rows; from += 100_000) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql.formatted(from, Math.min(rows, from + 99_999), first, workspace, channel, group,
            WORDS.replace("'", "''"), now));
      }
    }
  }

  /// What a delivery's row costs from being owed to being done, in microseconds, in commits shared by 100: with the
  /// indexes that make people forgettable and without words, and as it was before there were any.
  Map<String, Double> prices() throws SQLException {
    Map<String, Double> prices = new LinkedHashMap<>();
    connection.setAutoCommit(false);
    price("{}");
    prices.put("a delivery's row, owed and done, without words and found by chat and subject", price("{}"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop index if exists delivery_subject");
      statement.execute("drop index if exists delivery_chat");
      statement.execute("drop index if exists delivery_words");
      statement.execute("drop index if exists delivery_words_about");
      statement.execute("drop index if exists delivery_words_replaced");
    }
    connection.commit();
    price(WORDS);
    prices.put("the same with its words and without these indexes, as before", price(WORDS));
    return prices;
  }

  private double price(String kept) throws SQLException {
    long id = number("select max(id) from delivery") + 1;
    try (PreparedStatement owed = connection.prepareStatement("""
            insert into delivery (id, workspace_id, channel_id, chat, lane, priority, call, subject, state, attempts,
                                  created_at)
            values (?, ?, ?, ?, ?, 0, ?, ?, 'pending', 0, ?)
            """);
        PreparedStatement done = connection.prepareStatement(
            "update delivery set state = 'sent', call = ?, result = ?, done_at = ? where workspace_id = ? and id = ?")) {
      long begin = System.nanoTime();
      for (int i = 0; i < PRICED; i += AT_ONCE) {
        for (int one = i; one < i + AT_ONCE; one++) {
          boolean toGroup = one % 2 == 0;
          String chat = toGroup ? Long.toString(group) : Long.toString(300_000 + one * 7919L % 50_000);
          set(owed, id + one, workspace, channel, chat, toGroup ? chat + "/" + (1000 + one * 7919L % 20_000) : chat, WORDS,
              (toGroup ? "relay.copy:" : "relay.answer:") + (id + one), id + one);
        }
        owed.executeBatch();
        connection.commit();
        for (int one = i; one < i + AT_ONCE; one++) {
          set(done, kept, Integer.toString(one), id + one, workspace, id + one);
        }
        done.executeBatch();
        connection.commit();
      }
      return (System.nanoTime() - begin) / 1e3 / PRICED;
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
