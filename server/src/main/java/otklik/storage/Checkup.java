package otklik.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/// What a look at a database finds. Changes nothing in it and doesn't ask for the right to serve it, so that one may look
/// beside a running server.
public sealed interface Checkup {
  /// There is none yet; the first start will make it.
  record Absent() implements Checkup {}

  /// It can be read and written.
  ///
  /// @param version of its schema; empty when the first start is still to come
  /// @param behind  how many steps the next start will bring it forward
  /// @param ahead   whether a newer Otklik has served it: this one can't
  record Sound(String version, int behind, boolean ahead) implements Checkup {}

  record Refused(String why) implements Checkup {}

  /// The user may not make tables where they belong. Since version 15 of PostgreSQL a new user may create nothing in
  /// `public` (release notes of PostgreSQL 15, E.1).
  record NoRights(String user, String schema, String database) implements Checkup {
    /// What gives the right, to be run in the database by its owner.
    public String grant() {
      return "GRANT CREATE, USAGE ON SCHEMA " + schema + " TO " + user;
    }
  }

  static Checkup of(Address address) {
    try {
      if (address instanceof Address.Sqlite(Path file) && !Files.exists(file)) {
        return absent(file.toAbsolutePath());
      }
      Optional<Checkup> obstacle = obstacle(address);
      return obstacle.isPresent() ? obstacle.get() : sound(address);
    } catch (SQLException | FlywayException failure) {
      return new Refused(String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /// The right that a server of this version must have to start, where it has it not; empty also where nobody can tell.
  static Optional<NoRights> missingRights(Address address) {
    if (!(address instanceof Address.Postgres)) {
      return Optional.empty();
    }
    try {
      return obstacle(address).filter(NoRights.class::isInstance).map(NoRights.class::cast);
    } catch (SQLException unreachable) {
      return Optional.empty();
    }
  }

  /// Bytes that are left where the rows are; empty where that is another machine's business.
  static Optional<Long> spaceLeft(Address address) {
    if (!(address instanceof Address.Sqlite(Path file))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.getFileStore(nearest(file.toAbsolutePath())).getUsableSpace());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Checkup absent(Path file) {
    Path folder = nearest(file);
    return Files.isDirectory(folder) && Files.isWritable(folder) ? new Absent()
        : new Refused("nothing may be written to " + folder);
  }

  private static Path nearest(Path file) {
    Path folder = file;
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  /// Begins to write and thinks better of it.
  private static Optional<Checkup> obstacle(Address address) throws SQLException {
    try (Connection connection = new UnpooledDataSource(address).getConnection();
        java.sql.Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      Optional<Checkup> obstacle = Optional.empty();
      switch (address) {
        case Address.Sqlite _ -> statement.execute("select 1");
        case Address.Postgres _ -> {
          try (ResultSet row = statement.executeQuery(
              """
              select current_setting('transaction_read_only'),
                has_schema_privilege(coalesce(current_schema(), 'public'), 'create')
                  and has_schema_privilege(coalesce(current_schema(), 'public'), 'usage'), quote_ident(current_user),
                quote_ident(coalesce(current_schema(), 'public')), current_database()
              """)) {
            row.next();
            if (row.getString(1).equals("on")) {
              obstacle = Optional.of(new Refused("the server only reads"));
            } else if (!row.getBoolean(2)) {
              obstacle = Optional.of(new NoRights(row.getString(3), row.getString(4), row.getString(5)));
            }
          }
        }
      }
      connection.rollback();
      return obstacle;
    }
  }

  private static Checkup sound(Address address) {
    MigrationInfoService info = Database.migrations(address).info();
    MigrationInfo current = info.current();
    boolean ahead = Arrays.stream(info.all()).anyMatch(step -> step.getState().name().startsWith("FUTURE"));
    return new Sound(current == null ? "" : String.valueOf(current.getVersion()), info.pending().length, ahead);
  }
}
