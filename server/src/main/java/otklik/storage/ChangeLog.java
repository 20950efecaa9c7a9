package otklik.storage;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log of changes that SQLite keeps beside its file (`-wal`). Pages of it say what stood there before something was
/// erased, until they are written over by chance: so it is emptied now and then.
/// See https://sqlite.org/pragma.html#pragma_wal_checkpoint
final class ChangeLog {
  private static final Logger log = LoggerFactory.getLogger(ChangeLog.class);

  private ChangeLog() {}

  /// Nobody waits long for it: while others read or write without a pause, it is left for the next time.
  static void empty(Address.Sqlite address) {
    try (var connection = new UnpooledDataSource(address).getConnection(); var statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 200");
      statement.execute("pragma wal_checkpoint(truncate)");
    } catch (SQLException failure) {
      log.debug("the log of changes isn't emptied now: {}", failure.getMessage());
    }
  }
}
