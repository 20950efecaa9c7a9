package otklik.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/// Tells the database's own troubles from those of a statement. A statement that took longer than it may (PostgreSQL
/// 57014, SQLite INTERRUPT 9) is the statement's trouble.
final class SqlFailures {
  /// A chain of causes is no longer, unless it bites its own tail.
  private static final int DEEPEST = 50;

  private SqlFailures() {}

  static RuntimeException reason(Throwable failure) {
    return reason(failure, 0);
  }

  /// What to tell whoever asked for it: [Unavailable] when the database is at fault and not the asking.
  ///
  /// @param commits how many the writer has made
  static RuntimeException reason(Throwable failure, long commits) {
    SQLException outage = outage(failure);
    if (outage != null) {
      return new Unavailable(outage, canBeOfTheWork(outage), commits);
    }
    return failure instanceof RuntimeException plain ? plain : new IllegalStateException(failure);
  }

  /// It may be wrapped: by jOOQ, by a batch, whose own exception has neither state nor code, or by the work.
  private static @Nullable SQLException outage(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException fault && isOutage(fault)) {
        return fault;
      }
      cause = cause.getCause();
    }
    return null;
  }

  /// True for lost connections, a full disk, a locked file or row, a database that may only be read at the moment, a
  /// server that shuts down or has no more connections.
  private static boolean isOutage(SQLException fault) {
    if (fault instanceof SQLTransientConnectionException) {
      return true; // no connection became free in time
    }
    String state = fault.getSQLState();
    if (state != null) {
      // PostgreSQL, appendix A: 08 connection exception, 25006 read-only, 53 insufficient resources but for 53400, which
      // is a limit that the statement passed, 55P03 a lock not granted in time, 57P operator intervention, 58030 I/O.
      return canBeOfTheWork(fault) || state.equals("25006") || (state.startsWith("53") && !state.equals("53400"))
          || state.equals("55P03") || state.equals("58030");
    }
    // SQLite result codes: BUSY 5, LOCKED 6, READONLY 8, IOERR 10, FULL 13, CANTOPEN 14, PROTOCOL 15.
    return switch (fault.getErrorCode() & 0xff) {
      case 5, 6, 8, 10, 13, 14, 15 -> true;
      default -> false;
    };
  }

  /// A lost connection, or no memory (53200): a single statement can cost a server both.
  private static boolean canBeOfTheWork(SQLException fault) {
    String state = fault.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53200"));
  }
}
