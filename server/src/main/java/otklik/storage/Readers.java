package otklik.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/// The connections that read. What may take long runs on threads of its own, fewer than there are connections: a
/// statement of SQLite holds the thread that it runs on, and virtual threads share as few as there are processors.
final class Readers implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final int LONG_ONES = 2;

  private final Address address;
  private final SqlListener listener;
  private final InstantSource clock;
  private final HikariDataSource connections;
  private final DSLContext quick;
  private final ThreadPoolExecutor threads;
  private final AtomicInteger unfinished = new AtomicInteger();

  Readers(Address address, SqlListener listener, InstantSource clock) {
    this.address = address;
    this.listener = listener;
    this.clock = clock;
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(address.url());
    pool.setDataSourceProperties(address.properties());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setPoolName("readers");
    if (address instanceof Address.Sqlite) {
      pool.addDataSourceProperty("transaction_mode", "DEFERRED");
    }
    this.connections = new HikariDataSource(pool);
    this.quick = DSL.using(Queries.on(address.dialect(), listener).set(connections));
    this.threads = new ThreadPoolExecutor(LONG_ONES, LONG_ONES, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name("reader-", 1).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  <T> T read(Function<DSLContext, T> query) {
    try {
      return query.apply(quick);
    } catch (DataAccessException failure) {
      throw SqlFailures.reason(failure);
    }
  }

  int unfinished() {
    return unfinished.get();
  }

  /// The time that it waits for others counts too.
  <T> CompletableFuture<T> read(Duration time, Reading<T> reading) {
    ReadingTime limit = ReadingTime.in(time);
    CompletableFuture<T> answer = new CompletableFuture<>();
    unfinished.incrementAndGet();
    try {
      threads.execute(() -> {
        try {
          answer.complete(run(limit, reading));
        } catch (Throwable failure) {
          answer.completeExceptionally(reason(limit, failure));
        } finally {
          unfinished.decrementAndGet();
        }
      });
    } catch (RejectedExecutionException closed) {
      unfinished.decrementAndGet();
      answer.completeExceptionally(new Unavailable(closed));
    }
    return answer;
  }

  private static RuntimeException reason(ReadingTime limit, Throwable failure) {
    Throwable cause = failure instanceof DataAccessException wrapped && wrapped.getCause() != null
        ? wrapped.getCause() : failure;
    if (!(cause instanceof SQLException refused)) {
      return SqlFailures.reason(failure);
    }
    // SQLite result codes: READONLY 8. PostgreSQL, appendix A: 25006 read-only. They say here that the reading is at
    // fault, not the database.
    return limit.isOver() && ReadingTime.isEndOf(refused) ? new TookTooLong()
        : refused.getErrorCode() == 8 || "25006".equals(refused.getSQLState()) ? new IllegalStateException(failure)
        : SqlFailures.reason(failure);
  }

  private <T> T run(ReadingTime limit, Reading<T> reading) throws Exception {
    SqlListener inTime = new InTime(limit, listener);
    inTime.executed("begin");
    try (Connection connection = connections.getConnection()) {
      begin(connection, limit);
      try {
        return reading.run(new ReadTx(connection,
            DSL.using(Queries.on(address.dialect(), inTime).set(connection)), new Prepared(inTime), clock.instant()));
      } finally {
        end(connection);
      }
    }
  }

  /// Lets no statement begin when the time is over.
  private record InTime(ReadingTime limit, SqlListener watch) implements SqlListener {
    @Override
    public void executed(String sql) {
      check();
      watch.executed(sql);
    }

    @Override
    public void executed(String sql, Query query) {
      check();
      watch.executed(sql, query);
    }

    private void check() {
      if (limit.isOver()) {
        throw new TookTooLong();
      }
    }
  }

  private void begin(Connection connection, ReadingTime limit) throws SQLException {
    switch (address) {
      case Address.Sqlite _ -> {
        connection.createStatement().execute("pragma query_only = on");
        connection.setAutoCommit(false);
        limit.onSqlite(connection.unwrap(SQLiteConnection.class));
      }
      case Address.Postgres _ -> {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        limit.onPostgres(connection);
      }
    }
  }

  private void end(Connection connection) throws SQLException {
    if (address instanceof Address.Sqlite) {
      ProgressHandler.clearHandler(connection.unwrap(SQLiteConnection.class));
    }
    connection.rollback();
    connection.setAutoCommit(true);
    if (address instanceof Address.Sqlite) {
      connection.createStatement().execute("pragma query_only = off");
    }
  }

  boolean answers() {
    try (Connection connection = connections.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    connections.close();
  }
}
