package otklik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The databases on which every promise must hold: see [EachDatabase].
public enum TestDatabases {
  SQLITE {
    @Override
    public Address fresh() {
      Path file = TemporaryFolder.PATH.resolve("otklik-" + System.nanoTime() + ".sqlite");
      file.toFile().deleteOnExit();
      return new Address.Sqlite(file);
    }
  },
  /// Brought along by the build and started once; `TEST_PG_URL` (environment or system property) names another server,
  /// whose user may create databases.
  POSTGRES {
    @Override
    public Address fresh() {
      return TestPostgres.running().freshDatabase();
    }
  };

  /// A database of one's own, without any tables yet; it is gone when the tests end.
  public abstract Address fresh();

  /// Brings the schema up to date and fails on every statement that could see another workspace.
  public static Database open(Address address) {
    return Database.open(address, WorkspaceIsolation.WATCH);
  }

  /// Likewise, with so little time for a statement that a test can wait for it.
  public static Database openHasty(Address address) {
    return Database.open(address, WorkspaceIsolation.WATCH,
        new TimeLimit(Duration.ofSeconds(2), Duration.ofSeconds(1), System::nanoTime));
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
