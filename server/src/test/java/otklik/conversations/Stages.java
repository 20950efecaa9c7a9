package otklik.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import otklik.kernel.AtTheEnd;
import otklik.storage.TestDatabases;

/// The stages on which conversations are played. Each conversation has one for itself while it lasts, with a workspace
/// that nobody has used, so that classes can be played side by side; then the next one takes it over. When all of a
/// stage's workspaces were used, it is closed: hundreds that nobody talks to any more would make each restart slow.
final class Stages {
  enum Kind {
    DESKS,
    /// For conversations that are about time: they move the clock far.
    TIMED_DESKS,
    /// Where panic buttons are pressed; the clock is moved.
    TOWNS,
    /// Where lost property is brought to.
    OFFICES
  }

  private record Key(Kind kind, TestDatabases database) {}

  private static final Map<Key, Deque<Stage>> FREE = new HashMap<>();

  private Stages() {}

  static Stage take(Kind kind, TestDatabases database) {
    for (Stage free = poll(kind, database); free != null; free = poll(kind, database)) {
      if (free.hasRoom()) {
        return free;
      }
      free.close();
    }
    return open(kind, database);
  }

  private static synchronized Stage poll(Kind kind, TestDatabases database) {
    return free(kind, database).pollFirst();
  }

  static synchronized void giveBack(Kind kind, TestDatabases database, Stage stage) {
    free(kind, database).addFirst(stage);
  }

  private static Deque<Stage> free(Kind kind, TestDatabases database) {
    return FREE.computeIfAbsent(new Key(kind, database), key -> new ArrayDeque<>());
  }

  private static Stage open(Kind kind, TestDatabases database) {
    int desks = kind == Kind.DESKS || kind == Kind.TIMED_DESKS ? Stage.DESKS : 0;
    int towns = kind == Kind.TOWNS ? Stage.TOWNS : 0;
    int offices = kind == Kind.OFFICES ? Stage.OFFICES : 0;
    try {
      Stage stage = new Stage(database.ready(), Files.createTempDirectory("otklik"), false, desks, towns, offices,
          Stage.RARE_POLL_TIMEOUT, Map.of());
      AtTheEnd.close(stage::close);
      return stage;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
