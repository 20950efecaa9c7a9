package otklik.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.kernel.Background;
import otklik.kernel.TimeSource;

/// Looks every few seconds whether people's words get through. What is wrong counts from the second look in a row that
/// sees it: a machine that was asleep finds everything old when it wakes, and nothing wrong a moment later. What is well
/// counts at once.
@Component
final class Readiness implements SmartLifecycle {
  /// Something breaks just after a look has begun a try; the next one begins the try that fails, and two more see it:
  /// three of these together are less than 15 seconds.
  static final Duration PAUSE = Duration.ofSeconds(4);
  /// Whoever asks looks too, in case nobody else does any more; but hardly any sooner.
  private static final Duration LATE = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final List<HealthCheck> checks;
  private final ProblemWatch watch;
  private final Background background;
  private final TimeSource time;
  private final Map<Problem, Instant> seen = new HashMap<>();
  private Optional<Long> lookedAt = Optional.empty();
  private volatile Map<Problem, Instant> problems = Map.of();
  private volatile boolean running;

  Readiness(List<HealthCheck> checks, ProblemWatch watch, Background background, TimeSource time) {
    this.checks = checks;
    this.watch = watch;
    this.background = background;
    this.time = time;
  }

  @Override
  public void start() {
    watch.begin();
    running = true;
    look(Duration.ZERO);
    background.every(PAUSE, () -> look(SHORTEST));
  }

  /// What is wrong, and since when it was seen.
  Map<Problem, Instant> problems() {
    look(LATE);
    return problems;
  }

  private synchronized void look(Duration notBefore) {
    long now = time.nanos();
    if (!running || lookedAt.isPresent() && now - lookedAt.get() < notBefore.toNanos()) {
      return;
    }
    lookedAt = Optional.of(now);
    Instant moment = time.instant();
    Map<Problem, Instant> wrong = new HashMap<>();
    checks.forEach(check -> check.look().forEach(problem -> wrong.put(problem, seen.getOrDefault(problem, moment))));
    Map<Problem, Instant> confirmed = new HashMap<>(wrong);
    confirmed.keySet().retainAll(seen.keySet());
    seen.clear();
    seen.putAll(wrong);
    problems = Map.copyOf(confirmed);
    watch.seen(problems);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Last to start and first to stop: what others do then is no fault.
  @Override
  public int getPhase() {
    return 400;
  }
}
