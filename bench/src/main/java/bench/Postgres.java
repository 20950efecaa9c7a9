package bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// A new database on the server that `TEST_PG_URL` names, else on one that is started for it, durable in any case.
final class Postgres implements Store {
  private final EmbeddedPostgres server;
  private final String admin;
  private final String url;
  private final String database;

  private Postgres(EmbeddedPostgres server, String admin, String database) {
    this.server = server;
    this.admin = admin;
    this.database = database;
    this.url = admin.replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + database);
  }

  static Postgres open(Path folder) throws IOException, SQLException {
    String given = System.getenv("TEST_PG_URL");
    EmbeddedPostgres server = given == null || given.isBlank() ? start(folder) : null;
    String admin = server == null ? given : server.getJdbcUrl("postgres", "postgres");
    String database = "otklik_bench_" + ProcessHandle.current().pid();
    try (Connection connection = DriverManager.getConnection(admin); Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
    }
    return new Postgres(server, admin, database);
  }

  private static EmbeddedPostgres start(Path folder) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .start();
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("DB_URL", url);
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Override
  public Connection connectToServers() throws SQLException {
    return connect();
  }

  @Override
  public void close() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(admin); Statement statement = connection.createStatement()) {
      statement.execute("drop database " + database);
    }
    if (server != null) {
      server.close();
    }
  }
}
