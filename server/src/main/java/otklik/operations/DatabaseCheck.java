package otklik.operations;

import static otklik.storage.MicrosConverter.micros;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Background;
import otklik.kernel.TimeSource;
import otklik.storage.Database;
import otklik.storage.Statement;
import otklik.timers.Timers;

/// Whether rows are kept and found. The heartbeat goes the way of every other write, through the one writer, and is
/// durable with whatever shares its commit: a full disk, a file that may only be read and a thread that died all show.
@Component
final class DatabaseCheck implements HealthCheck {
  private static final Statement BEAT = Statement.changingOneRow("update heartbeat set beaten_at = ? where id = 1");

  private final Database database;
  private final Timers timers;
  private final Background background;
  private final TimeSource time;
  private final Probe writes;
  private final Probe reads;
  private volatile @Nullable Instant nextTimer;

  DatabaseCheck(Database database, Timers timers, Background background, TimeSource time) {
    this.database = database;
    this.timers = timers;
    this.background = background;
    this.time = time;
    this.writes = new Probe(this::beat, time);
    this.reads = new Probe(this::read, time);
  }

  private CompletableFuture<?> beat() {
    return database.write(tx -> {
      tx.defer(BEAT, micros(tx.now()));
      return true;
    });
  }

  /// Beside the caller: a database that is gone is waited for.
  private CompletableFuture<?> read() {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    background.run(() -> {
      try {
        if (!database.answers()) {
          throw new IllegalStateException("the database doesn't answer");
        }
        nextTimer = timers.next();
        done.complete(true);
      } catch (RuntimeException failure) {
        done.completeExceptionally(failure);
      }
    });
    return done;
  }

  @Override
  public List<Problem> look() {
    List<Problem> problems = new ArrayList<>();
    if (!writes.look()) {
      problems.add(Problem.of(ProblemKind.WRITES));
    }
    if (!reads.look()) {
      problems.add(Problem.of(ProblemKind.READS));
    }
    return problems;
  }

  Duration sinceCommit() {
    return writes.sinceWell();
  }

  /// How late the oldest timer is, as of the last look.
  Duration timersLate() {
    Instant next = nextTimer;
    Instant now = time.instant();
    return next == null || next.isAfter(now) ? Duration.ZERO : Duration.between(next, now);
  }
}
