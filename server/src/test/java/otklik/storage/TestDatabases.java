package otklik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// The databases on which promises must hold: see [EachDatabase] and [ConversationDatabase].
public enum TestDatabases {
  SQLITE {
    @Override
    public Address fresh() {
      Path file = TemporaryFolder.PATH.resolve("otklik-" + System.nanoTime() + ".sqlite");
      file.toFile().deleteOnExit();
      return new Address.Sqlite(file);
    }

    @Override
    Address copyOf(Address template) {
      Address.Sqlite copy = (Address.Sqlite) fresh();
      try {
        Files.copy(((Address.Sqlite) template).file(), copy.file());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return copy;
    }
  },
  /// Brought along by the build and started once; `TEST_PG_URL` (environment or system property) names another server,
  /// whose user may create databases.
  POSTGRES {
    @Override
    public Address fresh() {
      return TestPostgres.running().freshDatabase();
    }

    @Override
    Address copyOf(Address template) {
      return TestPostgres.running().copyOf(template);
    }
  };

  private static final String WANTED = System.getProperty("otklik.databases", "");

  private Address template;

  /// A database of one's own, without any tables yet; it is gone when the tests end.
  public abstract Address fresh();

  /// @param template nobody is connected to it
  abstract Address copyOf(Address template);

  /// Likewise, with all tables: much quicker than to make them anew.
  public Address ready() {
    return copyOf(template());
  }

  private synchronized Address template() {
    if (template == null) {
      Address made = fresh();
      open(made).close();
      template = made;
    }
    return template;
  }

  static Stream<TestDatabases> wanted() {
    return isOneWanted() ? Stream.of(valueOf(WANTED)) : Arrays.stream(values());
  }

  static boolean areAllWanted() {
    return WANTED.equals("ALL");
  }

  static boolean isOneWanted() {
    return !WANTED.isEmpty() && !areAllWanted();
  }

  /// Brings the schema up to date and fails on every statement that could see another workspace.
  public static Database open(Address address) {
    return open(address, InstantSource.system());
  }

  public static Database open(Address address, InstantSource clock) {
    return Database.open(address, WorkspaceIsolation.WATCH, clock);
  }

  /// Likewise, with so little time for a statement that a test can wait for it.
  public static Database openHasty(Address address, InstantSource clock) {
    return openHasty(address, System::nanoTime, clock);
  }

  /// @param nanoTime the machine's monotonic clock, or one that the test stops
  static Database openHasty(Address address, LongSupplier nanoTime, InstantSource clock) {
    return Database.open(address, WorkspaceIsolation.WATCH,
        new TimeLimit(Duration.ofSeconds(2), Duration.ofSeconds(1), nanoTime), clock);
  }

  /// A statement that never ends by itself.
  public void never(Tx tx) {
    tx.sql().fetch(this == SQLITE
        ? "with recursive number (n) as (select 1 union all select n + 1 from number) select count(*) from number"
        : "select pg_sleep(86400)");
  }

  private static final class TemporaryFolder {
    static final Path PATH = made();

    private static Path made() {
      try {
        Path folder = Files.createTempDirectory("otklik-tests");
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
