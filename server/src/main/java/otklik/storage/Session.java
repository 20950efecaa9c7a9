package otklik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The writer's connection with what belongs to it: made when it is needed, and made anew when it was lost. Used by the
/// writer's thread alone.
final class Session {
  private static final Logger log = LoggerFactory.getLogger(Session.class);

  private static final long SHORTEST_GATHERING = Duration.ofMillis(5).toNanos();
  private static final int COMMITS_WORTH_GATHERING = 4;
  /// So many commits before count as much as the last one: one of them may have met a busy disk.
  private static final int MEMORY = 3;

  private final UnpooledDataSource source;
  private final SqlListener listener;
  private final Address address;
  private final TimeLimit limit;
  private final InstantSource clock;
  private final Prepared prepared;
  private final Deferred deferred;
  private @Nullable Connection connection;
  private @Nullable DSLContext sql;
  private long began;
  private long commitTook;

  Session(Address address, SqlListener listener, TimeLimit limit, InstantSource clock) {
    this.address = address;
    this.listener = listener;
    this.limit = limit;
    this.clock = clock;
    this.source = new UnpooledDataSource(address);
    this.prepared = new Prepared(listener);
    this.deferred = new Deferred(prepared);
  }

  void begin() throws SQLException {
    if (connection == null) {
      connection = source.getConnection();
      limit.setOn(connection, address);
      sql = DSL.using(Queries.on(address.dialect(), listener).set(connection));
    }
    connection.setAutoCommit(false);
    began = limit.nanos();
  }

  /// Whether to commit before more is added. Gathering more for longer than a few commits take saves next to nothing, and
  /// everybody who was answered meanwhile would be asked again if the program were killed.
  boolean isFull() {
    return limit.nanos() - began > Math.max(SHORTEST_GATHERING, COMMITS_WORTH_GATHERING * commitTook);
  }

  void run(Entry<?> entry) throws Exception {
    limit.begin();
    entry.run(new Tx(connection, sql, deferred, prepared, clock.instant()));
  }

  void flush() throws SQLException {
    limit.begin();
    deferred.flush();
  }

  /// Commits. On SQLite `commit()` would begin the next transaction at once, and its lock would keep every other
  /// program from writing until there is something to write here.
  void commit() throws SQLException {
    long before = limit.nanos();
    connection.setAutoCommit(true);
    commitTook = (MEMORY * commitTook + limit.nanos() - before) / (MEMORY + 1);
  }

  void rollback() {
    if (connection == null) {
      return;
    }
    try {
      deferred.drop();
      connection.rollback();
      connection.setAutoCommit(true);
      if (!connection.isValid(1)) {
        disconnect();
      }
    } catch (SQLException e) {
      disconnect();
    }
  }

  void disconnect() {
    prepared.clear();
    deferred.clear();
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      log.debug("closing a broken connection: {}", e.getMessage());
    }
    connection = null;
  }
}
