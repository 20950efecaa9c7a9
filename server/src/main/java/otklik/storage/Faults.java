package otklik.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jooq.exception.DataAccessException;

/// Tells the database's own troubles from those of a statement.
final class Faults {
  private Faults() {}

  /// What to tell whoever asked for it: [Unavailable] when the database is at fault and not the asking.
  static RuntimeException reason(Throwable failure) {
    Throwable cause = failure instanceof DataAccessException wrapped && wrapped.getCause() != null
        ? wrapped.getCause() : failure;
    if (cause instanceof SQLException fault && isOutage(fault)) {
      return new Unavailable(fault);
    }
    return failure instanceof RuntimeException plain ? plain : new IllegalStateException(failure);
  }

  /// True for lost connections, a full disk, a locked file, a server that shuts down or has no more connections.
  private static boolean isOutage(SQLException fault) {
    if (fault instanceof SQLTransientConnectionException) {
      return true; // no connection became free in time
    }
    String state = fault.getSQLState();
    if (state != null) {
      // PostgreSQL, appendix A: 08 connection exception, 53 insufficient resources, 57P operator intervention.
      return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
    // SQLite result codes: BUSY 5, LOCKED 6, READONLY 8, IOERR 10, FULL 13, CANTOPEN 14.
    int code = fault.getErrorCode() & 0xff;
    return code == 5 || code == 6 || code == 8 || code == 10 || code == 13 || code == 14;
  }
}
