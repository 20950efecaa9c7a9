package otklik.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import otklik.kernel.AtTheEnd;
import otklik.storage.TestDatabases;

/// The program is started once for each database, and all conversations share it as workspaces share an installation.
final class Stages {
  private static final Map<TestDatabases, Stage> OPEN = new EnumMap<>(TestDatabases.class);
  private static final Map<TestDatabases, Stage> TIMED = new EnumMap<>(TestDatabases.class);
  private static final Map<TestDatabases, Stage> TOWNS = new EnumMap<>(TestDatabases.class);

  private Stages() {}

  static synchronized Stage on(TestDatabases database) {
    return OPEN.computeIfAbsent(database, Stages::open);
  }

  /// For conversations that are about time: they move the clock, and nobody else is to be disturbed by that.
  static synchronized Stage timedOn(TestDatabases database) {
    return TIMED.computeIfAbsent(database, Stages::open);
  }

  /// Where panic buttons are pressed; its clock is moved.
  static synchronized Stage townsOn(TestDatabases database) {
    return TOWNS.computeIfAbsent(database, on -> open(on, 0, Stage.TOWNS));
  }

  private static Stage open(TestDatabases database) {
    return open(database, Stage.DESKS, 0);
  }

  private static Stage open(TestDatabases database, int desks, int towns) {
    try {
      Stage stage = new Stage(database.fresh(), Files.createTempDirectory("otklik"), false, desks, towns,
          Stage.RARE_POLL_TIMEOUT, Map.of());
      AtTheEnd.close(stage::close);
      return stage;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
