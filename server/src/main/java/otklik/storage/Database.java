package otklik.storage;

import java.time.Duration;
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
  /// What stands in a migration before a line for one of the two databases.
  private static final String MEANT = "/* only here */ ";
  private static final String NOT_MEANT = "-- ";

  private final Address address;
  private final Writer writer;
  private final Readers readers;

  private Database(Address address, Writer writer, Readers readers) {
    this.address = address;
    this.writer = writer;
    this.readers = readers;
  }

  /// Opens the database and brings its schema up to this version.
  public static Database open(Address address, Watch watch) {
    migrations(address).migrate();
    return new Database(address, new Writer(address, watch), new Readers(address, watch));
  }

  static Flyway migrations(Address address) {
    return Flyway.configure()
        .dataSource(new OneByOne(address))
        .locations("classpath:db/migration")
        .placeholders(Map.of("moment", address.shown().before(), "shown", address.shown().after(),
            "sqlite", address instanceof Address.Sqlite ? MEANT : NOT_MEANT,
            "postgres", address instanceof Address.Postgres ? MEANT : NOT_MEANT))
        .load();
  }

  /// Completes after the commit; completes with [NotOurs], [Unavailable] or whatever the work threw when nothing of it
  /// was kept. Dependent actions run on the committing thread and must be quick.
  public <T> CompletableFuture<T> write(Work<T> work) {
    return writer.enqueue(work);
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
