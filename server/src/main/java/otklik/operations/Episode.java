package otklik.operations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One time that something was wrong. Guarded by its [Incidents].
final class Episode {
  /// It may come and go for a while: it is over when it hasn't been seen for so long.
  private static final Duration WELL = Duration.ofSeconds(30);
  /// After a start some of what went on before can be seen only when it has lasted for a minute again.
  private static final Duration WELL_AFTER_START = Duration.ofMinutes(2);

  final Problem problem;
  final Instant since;
  private final Duration untilOver;
  /// A row says that it began, and whoever wants to know is told.
  boolean noted;
  boolean over;
  private volatile @Nullable Instant seenAt;
  private long wellSince;
  private boolean well;

  private Episode(Problem problem, Instant since, Duration untilOver, boolean noted) {
    this.problem = problem;
    this.since = since;
    this.untilOver = untilOver;
    this.noted = noted;
  }

  static Episode beginning(Problem problem, Instant since) {
    return new Episode(problem, since, WELL, false);
  }

  static Episode ofLastRun(Problem problem, Instant since) {
    return new Episode(problem, since, WELL_AFTER_START, true);
  }

  void seen(Instant now) {
    seenAt = now;
    well = false;
    over = false;
  }

  /// True when it is over from now on.
  boolean notSeen(long nanos) {
    if (!well) {
      well = true;
      wellSince = nanos;
    }
    boolean news = !over && nanos - wellSince >= untilOver.toNanos();
    over |= news;
    return news;
  }

  /// As people say it, and never none.
  long minutes() {
    Instant last = seenAt;
    return last == null ? 1 : Math.max(1, Duration.between(since, last).plusSeconds(59).toMinutes());
  }
}
