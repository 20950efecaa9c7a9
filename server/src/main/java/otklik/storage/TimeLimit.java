package otklik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.sqlite.ProgressHandler;

/// How long a statement may keep the one connection that writes. Far below the socket's timeout, so that a statement
/// which takes too long is told from a database that is gone. On PostgreSQL the server ends it; on SQLite this does, and
/// counts all statements of a work together: `setQueryTimeout` of its driver is only how long a lock is waited for.
final class TimeLimit {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration LOCK = Duration.ofSeconds(5);

  /// SQLite asks so often, in steps of its virtual machine: some ten milliseconds of work.
  private static final int STEPS = 500_000;

  private final Duration longest;
  private final Duration lock;
  private final LongSupplier nanoTime;
  private long began;

  static TimeLimit ofWriting() {
    return new TimeLimit(LONGEST, LOCK, System::nanoTime);
  }

  /// @param lock     how long PostgreSQL waits for a lock before that counts as an outage; SQLite's is in its address
  /// @param nanoTime the machine's monotonic clock
  TimeLimit(Duration longest, Duration lock, LongSupplier nanoTime) {
    this.longest = longest;
    this.lock = lock;
    this.nanoTime = nanoTime;
  }

  /// To be called for each new connection, outside of a transaction.
  void setOn(Connection connection, Address address) throws SQLException {
    switch (address) {
      case Address.Sqlite _ -> ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
        @Override
        protected int progress() {
          return nanoTime.getAsLong() - began > longest.toNanos() ? 1 : 0;
        }
      });
      case Address.Postgres _ -> {
        try (var set = connection.createStatement()) {
          set.execute("set statement_timeout = " + longest.toMillis());
          set.execute("set lock_timeout = " + lock.toMillis());
        }
      }
    }
  }

  long nanos() {
    return nanoTime.getAsLong();
  }

  /// The next work begins.
  void begin() {
    began = nanoTime.getAsLong();
  }
}
