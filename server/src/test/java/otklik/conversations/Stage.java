package otklik.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.Environs;
import otklik.Running;
import otklik.storage.Address;
import otklik.storage.WorkspaceIsolation;
import otklik.workspaces.Configuration;
import playground.Options;
import playground.Playground;

/// The whole program in front of the simulated Telegram. Every test plays in a workspace of its own, with its own bot
/// and group, all of them in one installation.
public final class Stage implements AutoCloseable {
  static final int DESKS = Desk.LIMITED_FROM + 10;
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration POLL_TIMEOUT = Duration.ofSeconds(5);

  final Playground playground;
  final TestClock clock = new TestClock();
  private final Map<String, String> environment = new HashMap<>();
  private final Path folder;
  private final Address database;
  private ConfigurableApplicationContext program;
  private final int desks;
  private int used;

  public Stage(Address database, Path folder, boolean limits) {
    this(database, folder, limits, DESKS, Map.of());
  }

  /// @param desks how many
  /// @param more  environment variables besides
  public Stage(Address database, Path folder, boolean limits, int desks, Map<String, String> more) {
    this.desks = desks;
    this.folder = folder;
    this.database = database;
    this.playground = Playground.start(Options.defaults().limits(limits));
    switch (database) {
      case Address.Sqlite(var file) -> environment.put("DB_PATH", file.toString());
      case Address.Postgres(var url, _, _) -> environment.put("DB_URL", url);
    }
    environment.put("HTTP_PORT", "0");
    environment.put("TELEGRAM_API_URL", playground.apiUrl());
    environment.put("CONFIG", "desks.yaml");
    environment.putAll(more);
    writeConfiguration(limits);
    for (int number = 0; number < desks; number++) {
      Desk.furnish(playground, number);
    }
    program = start();
  }

  private void writeConfiguration(boolean limits) {
    StringBuilder yaml = new StringBuilder("workspaces:\n");
    for (int number = 0; number < desks; number++) {
      yaml.append(Desk.configuration(number, limits));
    }
    try {
      Files.writeString(folder.resolve("desks.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ConfigurableApplicationContext start() {
    return Running.start(Configuration.load(folder, environment),
        new Environs(clock, WorkspaceIsolation.WATCH, CALL_TIMEOUT, POLL_TIMEOUT));
  }

  /// A desk that nobody has written to yet.
  Desk newDesk() {
    if (used == Math.min(desks, Desk.LIMITED_FROM)) {
      throw new IllegalStateException("all desks of the stage are taken: build a larger one");
    }
    return new Desk(this, used++);
  }

  void restart() {
    stop();
    begin();
  }

  void stop() {
    program.close();
  }

  void begin() {
    program = start();
  }

  /// Reads the database beside the program, as a support person would.
  String value(String sql) {
    try (Connection connection = DriverManager.getConnection(database.url(), database.properties());
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      if (!rows.next()) {
        throw new AssertionError("no row for " + sql);
      }
      return String.valueOf(rows.getObject(1));
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  <T> T bean(Class<T> type) {
    return program.getBean(type);
  }

  @Override
  public void close() {
    program.close();
    playground.close();
  }
}
