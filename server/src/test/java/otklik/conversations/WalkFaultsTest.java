package otklik.conversations;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

/// Whatever people and operators do, in whatever weather: see [Truth] for what must hold whenever things go quiet.
///
/// What is chosen depends on what is to be seen at that moment, so a seed repeats a walk's choices, not its timing.
/// `-Dotklik.walk.seed=…` takes the choices of an earlier walk.
@Tag("slow")
@ParameterizedClass(name = "{0}")
@EachDatabase
class WalkFaultsTest {
  private static final int STEPS = Integer.getInteger("otklik.walk.steps", 2_000);
  private static final int QUIET_EACH = 250;

  @Parameter TestDatabases database;
  private final long seed = Long.getLong("otklik.walk.seed", System.nanoTime());

  @Test
  void whatever_happens_the_promises_hold(@TempDir Path folder) {
    System.getLogger(WalkFaultsTest.class.getName())
        .log(System.Logger.Level.INFO, "{0}: a walk of {1} steps with the seed {2}", database, STEPS, Long.toString(seed));
    try (Stage stage = new Stage(database.ready(), folder, false, 1, Map.of())) {
      Desk desk = stage.newDesk();
      Walk walk = new Walk(desk, seed);
      Truth truth = new Truth(desk, walk);
      for (int step = 1; step <= STEPS; step++) {
        try {
          walk.step();
          if (step % QUIET_EACH == 0) {
            walk.rests();
            truth.holds();
          }
        } catch (AssertionError | RuntimeException wrong) {
          throw new AssertionError("seed " + seed + ", step " + step + ": " + wrong.getMessage() + "\nafter\n"
              + String.join("\n", walk.steps()), wrong);
        }
      }
    }
  }
}
