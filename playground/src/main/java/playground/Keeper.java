package playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Keeps the world in one file: read at the start, written at most once a second when something
/// has changed, and once more at the end. A write replaces the file at once or not at all.
final class Keeper implements AutoCloseable {
  private final World world;
  private final Path file;
  private final boolean restored;
  private final ScheduledExecutorService pace =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("keeper").factory());
  private long saved = -1;

  Keeper(World world, Path file, Webhooks webhooks) {
    this.world = world;
    this.file = file;
    this.restored = restore(webhooks);
    pace.scheduleWithFixedDelay(this::saveQuietly, 1, 1, TimeUnit.SECONDS);
  }

  boolean restored() {
    return restored;
  }

  private boolean restore(Webhooks webhooks) {
    try {
      var kept = Json.parse(Files.readAllBytes(file));
      world.locked(() -> new Restoring(world, webhooks).restore(kept));
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  private void saveQuietly() {
    try {
      save();
    } catch (RuntimeException e) {
      System.getLogger("playground").log(System.Logger.Level.ERROR, "can't keep the world in " + file, e);
    }
  }

  private synchronized void save() {
    if (world.locked(world::version) == saved) return;
    var snapshot =
        world.locked(
            () -> {
              saved = world.version();
              return new Snapshot(world).json();
            });
    try {
      var parent = file.toAbsolutePath().getParent();
      Files.createDirectories(parent);
      var fresh = Files.createTempFile(parent, "playground", ".json");
      Files.write(fresh, Json.bytes(snapshot));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file, e);
    }
  }

  @Override
  public void close() {
    pace.shutdown();
    save();
  }
}
