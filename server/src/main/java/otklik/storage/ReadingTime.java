package otklik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/// The end of a reading's time. Ends the statement that runs then, and lets no further one begin.
final class ReadingTime {
  /// So many steps of SQLite's virtual machine lie between two looks at the clock: some tenths of a millisecond.
  private static final int STEPS = 10_000;

  private final long end;

  private ReadingTime(long end) {
    this.end = end;
  }

  static ReadingTime in(Duration time) {
    return new ReadingTime(System.nanoTime() + time.toNanos());
  }

  boolean isOver() {
    return left() <= 0;
  }

  private long left() {
    return end - System.nanoTime();
  }

  /// Whether this is how a database says that it ended a statement.
  static boolean isEndOf(SQLException failure) {
    // PostgreSQL, appendix A: query_canceled. SQLite result codes: INTERRUPT 9.
    return "57014".equals(failure.getSQLState()) || (failure.getSQLState() == null && failure.getErrorCode() == 9);
  }

  /// PostgreSQL ends a statement by itself; so many as begin within the time may each take as long once more.
  void onPostgres(Connection connection) throws SQLException {
    long millis = Math.max(1, left() / 1_000_000);
    try (var statement = connection.prepareStatement(
        "select set_config('statement_timeout', ?, true), set_config('jit', 'off', true)")) {
      statement.setString(1, Long.toString(millis));
      statement.execute();
    }
  }

  /// sqlite-jdbc's query timeout is only the patience with a locked file (JDBC3Statement#setQueryTimeout), so SQLite itself
  /// asks every now and then whether it may go on (sqlite3_progress_handler).
  void onSqlite(Connection connection) throws SQLException {
    ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
      @Override
      protected int progress() {
        return isOver() ? 1 : 0;
      }
    });
  }
}
