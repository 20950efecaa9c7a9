package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/// A database for one benchmark, durable as in production, and gone afterwards.
interface Store extends AutoCloseable {
  static Store open(Options.Kind kind, Path folder) throws IOException, SQLException {
    return switch (kind) {
      case SQLITE -> new Sqlite(folder);
      case POSTGRES -> Postgres.open(folder);
    };
  }

  String name();

  /// What the server's environment says about it.
  Map<String, String> environment();

  /// A connection with the product's own settings, to a database of the same kind on the same disk.
  Connection connect() throws SQLException;

  /// What the server left in its tables: nothing may wait.
  default void checkNothingWaits() throws SQLException, IOException {
    try (Connection connection = connectToServers(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("""
            select (select count(*) from inbox where state <> 'handled')
                 + (select count(*) from delivery where state not in ('sent', 'dropped'))
            """)) {
      row.next();
      if (row.getLong(1) != 0) {
        throw new IOException(row.getLong(1) + " rows of the server's queues are not done");
      }
    }
  }

  Connection connectToServers() throws SQLException;

  @Override
  void close() throws IOException, SQLException;

  /// A file.
  record Sqlite(Path folder) implements Store {
    @Override
    public String name() {
      return "SQLite";
    }

    @Override
    public Map<String, String> environment() {
      return Map.of("DB_PATH", folder.resolve("bench.sqlite").toString());
    }

    @Override
    public Connection connect() throws SQLException {
      return connect("ceiling.sqlite");
    }

    @Override
    public Connection connectToServers() throws SQLException {
      return connect("bench.sqlite");
    }

    private Connection connect(String file) throws SQLException {
      Properties properties = new Properties();
      properties.setProperty("journal_mode", "WAL");
      properties.setProperty("synchronous", "FULL");
      properties.setProperty("busy_timeout", "5000");
      properties.setProperty("transaction_mode", "IMMEDIATE");
      return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file), properties);
    }

    @Override
    public void close() {
      // Goes with its folder.
    }
  }
}
