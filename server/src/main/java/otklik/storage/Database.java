package otklik.storage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// The one door to the rows. Writes share commits and are durable when their future completes; reads go to
/// connections of their own and see what was committed.
public final class Database implements AutoCloseable {
  private final Address address;
  private final Writer writer;
  private final Readers readers;

  private Database(Address address, Writer writer, Readers readers) {
    this.address = address;
    this.writer = writer;
    this.readers = readers;
  }

  /// Opens the database and brings its schema up to this version.
  ///
  /// @param clock says when each transaction begins
  public static Database open(Address address, SqlListener listener, InstantSource clock) {
    return open(address, listener, TimeLimit.ofWriting(), clock);
  }

  static Database open(Address address, SqlListener listener, TimeLimit limit, InstantSource clock) {
    migrations(address).migrate();
    Database database = new Database(address, new Writer(address, listener, limit, clock),
        new Readers(address, listener, clock));
    database.refreshStatistics();
    return database;
  }

  static Flyway migrations(Address address) {
    return Flyway.configure()
        .dataSource(new UnpooledDataSource(address))
        .locations("classpath:db/migration")
        .placeholders(Map.of("moment", address.shown().before(), "shown", address.shown().after(),
            "integer", address.integer().before(), "read", address.integer().after(),
            "sqlite", onlyFor(SQLDialect.SQLITE, address), "postgres", onlyFor(SQLDialect.POSTGRES, address)))
        .load();
  }

  /// What a line of a migration begins with that is meant for one database alone.
  private static String onlyFor(SQLDialect dialect, Address address) {
    return address.dialect() == dialect ? "" : "-- ";
  }

  /// Completes after the commit; completes with [StaleRow], [Unavailable] or whatever the work threw when nothing of it
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
    return readers.read(query);
  }

  /// Reads what may take long, in one transaction that sees what was committed before it began. Completes with
  /// [TookTooLong] when it isn't done within that time, with [Unavailable], or with whatever the reading threw. It holds
  /// up no other reads and no writes. On PostgreSQL a statement that begins in time may take as long once more.
  public <T> CompletableFuture<T> read(Duration time, Reading<T> reading) {
    return readers.read(time, reading);
  }

  /// How many writes wait or are being committed.
  public int unfinishedWrites() {
    return writer.unfinished();
  }

  /// How many readings that may take long wait or are under way.
  public int unfinishedReadings() {
    return readers.unfinished();
  }

  /// The greatest id that any row has; 0 without rows.
  public long greatestId() {
    return read(StoredIds::greatest);
  }

  /// To be repeated every now and then, so that the planner knows how the tables have grown. Each table that has grown
  /// much takes a moment of the writer, and others are served between two of them.
  public void refreshStatistics() {
    write(tx -> {
      Statistics.correct(tx.sql());
      return Statistics.due(tx.sql());
    }).thenAccept(statements -> statements.forEach(statement -> write(tx -> {
      Statistics.look(tx.sql(), statement);
      return null;
    })));
  }

  /// To be repeated every now and then, so that what was erased can't be read from files any more. On PostgreSQL that
  /// is the server's own business (`vacuum`, and what it archives of its log).
  public void overwriteErased() {
    if (address instanceof Address.Sqlite file) {
      ChangeLog.empty(file);
    }
  }

  public SQLDialect dialect() {
    return address.dialect();
  }

  /// Whether a trivial statement can be answered now.
  public boolean answers() {
    return readers.answers();
  }

  /// Finishes what was enqueued, then closes.
  @Override
  public void close() {
    writer.close();
    readers.close();
  }
}
