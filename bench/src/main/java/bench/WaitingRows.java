package bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Rows that wait, as a server that was overwhelmed left them.
final class WaitingRows implements AutoCloseable {
  /// So many rows wait in each chat.
  static final int IN_EACH = 10;
  private static final int AT_ONCE = 100_000;
  private static final String SAY = "{\"call\":\"say\",\"place\":{\"chat\":\"%s\"},\"content\":{\"content\":\"text\","
      + "\"text\":\"The report does not open, and the page says to try again later. It was the same yesterday, and the "
      + "day before; my colleagues see it too.\",\"spans\":[]},\"buttons\":[]}";
  private static final String UPDATE = "{\"update_id\":%s,\"message\":{\"message_id\":%s,\"date\":1790000000,"
      + "\"chat\":{\"id\":%s,\"type\":\"private\",\"first_name\":\"Person\"},\"from\":{\"id\":%s,\"is_bot\":false,"
      + "\"first_name\":\"Person\",\"language_code\":\"ru\"},\"text\":\"The report does not open, and the page says to "
      + "try again later. It was the same yesterday, and the day before; my colleagues see it too.\"}}";

  private final Connection connection;

  WaitingRows(Store store) throws SQLException {
    this.connection = store.connectToServers();
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma synchronous = off");
    }
  }

  /// In chats of people whom nobody knows, so that each is held by what a bot is granted.
  void deliveries(int rows) throws SQLException {
    fill(rows, """
        insert into delivery (id, workspace_id, channel_id, chat, lane, priority, call, state, attempts, created_at)
        with recursive n(i) as (select %1$d union all select i + 1 from n where i < %2$d)
        select %3$d + i, %4$d, %5$d, cast(300000 + i / 10 as text), cast(300000 + i / 10 as text), 0,
               replace('%6$s', '%%s', 300000 + i / 10), 'pending', 0, %7$d + i
        from n
        """, SAY);
  }

  void updates(int rows) throws SQLException {
    fill(rows, """
        insert into inbox (id, workspace_id, channel_id, external_id, conversation, raw, state, attempts, received_at)
        with recursive n(i) as (select %1$d union all select i + 1 from n where i < %2$d)
        select %3$d + i, %4$d, %5$d, 'waiting' || i, cast(300000 + i / 10 as text),
               replace('%6$s', '%%s', 300000 + i / 10), 'pending', 0, %7$d + i
        from n
        """, UPDATE);
  }

  private void fill(int rows, String sql, String words) throws SQLException {
    long most = number("select max(id) from channel");
    long workspace = number("select min(id) from workspace");
    long channel = number("select min(id) from channel");
    long now = number("select cast(unixepoch('subsec') * 1000000 as integer) - 600000000");
    for (int from = 1; from <= rows; from += AT_ONCE) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql.formatted(from, Math.min(rows, from + AT_ONCE - 1), most, workspace, channel,
            words, now));
      }
    }
  }

  long left(String table) throws SQLException {
    return number("select count(*) from " + table + " where state = 'pending'");
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
