package otklik;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.kernel.Background;
import otklik.kernel.TimeSource;
import otklik.storage.Address;
import otklik.storage.DatabaseLock;

/// Keeps a second server away from the database.
final class Guard implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Guard.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final DatabaseLock right;

  Guard(Address address, TimeSource time) {
    this.right = DatabaseLock.of(address, PATIENCE, time).orElseThrow(() -> new CannotStart(
        "Another Otklik serves this database already (" + address + "): stop it first. If it isn't running any more, wait"
            + " a minute: the database is about to notice."));
  }

  /// Ends the program as soon as another one has taken over.
  void keepWatch(Background background) {
    background.every(LOOK, () -> {
      if (!right.isStillOurs()) {
        log.error("another server has taken over the database; this one ends at once");
        Runtime.getRuntime().halt(1);
      }
    });
  }

  @Override
  public void close() {
    right.close();
  }
}
