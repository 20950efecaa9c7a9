package bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/// Years of a desk's tickets, closed all of them, ten messages each, written into the server's tables. The same each time:
/// words come as often as words do (Zipf), of thirty thousand.
final class Archive {
  private static final int MESSAGES_EACH = 10;
  private static final int WORDS = 30_000;
  private static final int WORDS_EACH = 8;
  private static final String[] SYLLABLES = {"ба", "ве", "го", "ди", "жу", "за", "ки", "ло", "му", "на", "пи", "ро", "су",
      "ты", "фе", "ха", "цо", "чи", "шу", "ще"};

  private final Random random = new Random(1);

  private Archive() {}

  static int tickets(int messages) {
    return messages / MESSAGES_EACH;
  }

  static void fill(Connection connection, int messages) throws SQLException {
    connection.setAutoCommit(false);
    long workspace;
    long channel;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select workspace_id, id from channel where name = 'desk'")) {
      row.next();
      workspace = row.getLong(1);
      channel = row.getLong(2);
    }
    new Archive().fill(connection, workspace, channel, tickets(messages));
    connection.commit();
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
    connection.commit();
  }

  private void fill(Connection connection, long workspace, long channel, int tickets) throws SQLException {
    try (PreparedStatement person = connection.prepareStatement("""
            insert into person (id, workspace_id, messenger, external_id, name, is_reachable, created_at, updated_at)
            values (?, %d, 'telegram', ?, ?, %s, 0, 0)
            """.formatted(workspace, "true"));
        PreparedStatement ticket = connection.prepareStatement("""
            insert into ticket (id, workspace_id, channel_id, number, person_id, chat, state, created_at, updated_at,
                                closed_at)
            values (?, %d, %d, ?, ?, ?, 'closed', ?, 0, 0)
            """.formatted(workspace, channel));
        PreparedStatement message = connection.prepareStatement("""
            insert into message (id, workspace_id, channel_id, ticket_id, direction, author, chat, external_id, type, text,
                                 content, created_at)
            values (?, %d, %d, ?, 'in', ?, ?, ?, 'text', ?, '{}', ?)
            """.formatted(workspace, channel))) {
      long id = 1;
      for (int number = 1; number <= tickets; number++) {
        long one = id++;
        String account = "a" + number;
        set(person, one, account, "Person" + number);
        long room = id++;
        set(ticket, room, (long) number, one, account, 1_700_000_000_000_000L + number * 1_000_000L);
        for (int i = 0; i < MESSAGES_EACH; i++) {
          set(message, id++, room, account, account, "m" + i, text(number, tickets, i),
              1_700_000_000_000_000L + number * 1_000_000L);
        }
        if (number % 1_000 == 0 || number == tickets) {
          person.executeBatch();
          ticket.executeBatch();
          message.executeBatch();
        }
      }
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("insert into ticket_number (workspace_id, channel_id, last_number) values (%d, %d, %d)"
            .formatted(workspace, channel, tickets));
      }
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  private String text(int number, int tickets, int message) {
    StringBuilder text = new StringBuilder(switch (message) {
      case 0 -> "Здравствуйте! Не открывается отчёт.";
      case 1 -> number == 1 ? "Синхрофазотрон, звоните +7 912 000-00-01" : "";
      case 2 -> number % 100 == 0 ? "Сотый" : "";
      case 3 -> number <= tickets / 2 ? "Старьё" : "";
      default -> "";
    });
    for (int i = 0; i < WORDS_EACH; i++) {
      text.append(' ').append(word((int) Math.pow(WORDS, random.nextDouble())));
    }
    return text.toString().strip();
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return word.toString();
  }
}
