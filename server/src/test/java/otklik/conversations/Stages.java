package otklik.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import otklik.kernel.AtTheEnd;
import otklik.storage.TestDatabases;

/// All conversations share one program for each database, as workspaces share an installation. When its desks or towns
/// are taken, it is closed and another one is started: hundreds that nobody talks to any more would make each restart
/// slow.
final class Stages {
  private static final Map<TestDatabases, Stage> OPEN = new EnumMap<>(TestDatabases.class);
  private static final Map<TestDatabases, Stage> TIMED = new EnumMap<>(TestDatabases.class);
  private static final Map<TestDatabases, Stage> TOWNS = new EnumMap<>(TestDatabases.class);

  private Stages() {}

  /// To be asked before a test begins: what it has got of another one may be closed.
  static Stage on(TestDatabases database) {
    return withRoom(OPEN, database, Stage.DESKS, 0);
  }

  /// For conversations that are about time: they move the clock, and nobody else is to be disturbed by that.
  static Stage timedOn(TestDatabases database) {
    return withRoom(TIMED, database, Stage.DESKS, 0);
  }

  /// Where panic buttons are pressed; its clock is moved.
  static Stage townsOn(TestDatabases database) {
    return withRoom(TOWNS, database, 0, Stage.TOWNS);
  }

  private static synchronized Stage withRoom(Map<TestDatabases, Stage> open, TestDatabases database, int desks,
      int towns) {
    Stage stage = open.get(database);
    if (stage != null && stage.hasRoom()) {
      return stage;
    }
    if (stage == null) {
      AtTheEnd.close(() -> open.get(database).close());
    } else {
      stage.close();
    }
    Stage fresh = open(database, desks, towns);
    open.put(database, fresh);
    return fresh;
  }

  private static Stage open(TestDatabases database, int desks, int towns) {
    try {
      return new Stage(database.fresh(), Files.createTempDirectory("otklik"), false, desks, towns,
          Stage.RARE_POLL_TIMEOUT, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
