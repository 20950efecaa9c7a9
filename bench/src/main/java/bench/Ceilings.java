package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What this machine can do at best.
final class Ceilings {
  private static final long SECOND = 1_000_000_000;

  private Ceilings() {}

  /// Commits a second on one connection, each of them waiting for the disk.
  ///
  /// @param rows how many rows share a commit; the answer counts rows
  static long commits(Store store, int rows) throws SQLException {
    try (Connection connection = store.connect(); Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists ceiling (id bigint primary key, text text)");
      statement.execute("delete from ceiling");
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement("insert into ceiling values (?, ?)")) {
        long id = fill(connection, insert, rows, 0, SECOND / 2);
        long begin = System.nanoTime();
        long done = fill(connection, insert, rows, id, SECOND) - id;
        return done * SECOND / (System.nanoTime() - begin);
      } finally {
        connection.rollback();
        statement.execute("drop table ceiling");
        connection.commit();
      }
    }
  }

  private static long fill(Connection connection, PreparedStatement insert, int rows, long from, long nanos)
      throws SQLException {
    long id = from;
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      for (int i = 0; i < rows; i++) {
        insert.setLong(1, id++);
        insert.setString(2, "The report does not open, and the page says to try again later.");
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    }
    return id;
  }

  /// Calls a second of the product's HTTP client from a process of its own, and what each costs it.
  static RawCalls.Result calls(Desk desk, int calls) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), Main.class.getName(), RawCalls.NAME));
    command.addAll(desk.address());
    command.add(Integer.toString(calls));
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the raw client failed");
    }
    return RawCalls.Result.read(said);
  }
}
