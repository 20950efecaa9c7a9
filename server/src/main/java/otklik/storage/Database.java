package otklik.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// The one door to the rows. Writes share commits and are durable when their future completes; reads go to
/// connections of their own and see what was committed.
public final class Database implements AutoCloseable {
  private final Address address;
  private final Writer writer;
  private final HikariDataSource readers;
  private final DSLContext reading;

  private Database(Address address, Writer writer, HikariDataSource readers, DSLContext reading) {
    this.address = address;
    this.writer = writer;
    this.readers = readers;
    this.reading = reading;
  }

  /// Opens the database and brings its schema up to this version.
  public static Database open(Address address, Watch watch) {
    return open(address, watch, TimeLimit.ofWriting());
  }

  static Database open(Address address, Watch watch, TimeLimit limit) {
    migrations(address).migrate();
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(address.url());
    pool.setDataSourceProperties(address.properties());
    pool.setMaximumPoolSize(4);
    pool.setMinimumIdle(1);
    pool.setPoolName("readers");
    if (address instanceof Address.Sqlite) {
      pool.addDataSourceProperty("transaction_mode", "DEFERRED");
    }
    HikariDataSource readers = new HikariDataSource(pool);
    DSLContext reading = DSL.using(Queries.on(address.dialect(), watch).set(readers));
    Database database = new Database(address, new Writer(address, watch, limit), readers, reading);
    database.refreshStatistics();
    return database;
  }

  static Flyway migrations(Address address) {
    return Flyway.configure()
        .dataSource(new OneByOne(address))
        .locations("classpath:db/migration")
        .placeholders(Map.of("moment", address.shown().before(), "shown", address.shown().after(),
            "sqlite", onlyFor(SQLDialect.SQLITE, address), "postgres", onlyFor(SQLDialect.POSTGRES, address)))
        .load();
  }

  /// What a line of a migration begins with that is meant for one database alone.
  private static String onlyFor(SQLDialect dialect, Address address) {
    return address.dialect() == dialect ? "" : "-- ";
  }

  /// Completes after the commit; completes with [NotOurs], [Unavailable] or whatever the work threw when nothing of it
  /// was kept. Dependent actions run on the committing thread and must be quick.
  public <T> CompletableFuture<T> write(Work<T> work) {
    return writer.enqueue(work, false);
  }

  /// Likewise in a commit of its own: for what failed before and may fail again, because everything that shares a commit
  /// with it would have to run twice.
  public <T> CompletableFuture<T> writeAlone(Work<T> work) {
    return writer.enqueue(work, true);
  }

  /// Writes and waits for the commit.
  public <T> T writeNow(Work<T> work) {
    try {
      return write(work).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /// Throws [Unavailable] when the database can't be asked at the moment.
  public <T> T read(Function<DSLContext, T> query) {
    try {
      return query.apply(reading);
    } catch (DataAccessException failure) {
      throw Faults.reason(failure);
    }
  }

  /// How many writes wait or are being committed.
  public int unfinishedWrites() {
    return writer.unfinished();
  }

  /// The greatest id that any row has; 0 without rows.
  public long greatestId() {
    return read(StoredIds::greatest);
  }

  /// To be repeated every now and then, so that the planner knows how the tables have grown. Each table that has grown
  /// much takes a moment of the writer, and others are served between two of them.
  public void refreshStatistics() {
    write(tx -> Statistics.due(tx.sql())).thenAccept(statements -> statements.forEach(statement -> write(tx -> {
      Statistics.look(tx.sql(), statement);
      return null;
    })));
  }

  public SQLDialect dialect() {
    return address.dialect();
  }

  /// Whether a trivial statement can be answered now.
  public boolean answers() {
    try (var connection = readers.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /// Finishes what was enqueued, then closes.
  @Override
  public void close() {
    writer.close();
    readers.close();
  }
}
