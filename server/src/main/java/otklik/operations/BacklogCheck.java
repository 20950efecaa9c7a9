package otklik.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.delivery.Backlog;
import otklik.delivery.BacklogGauge;
import otklik.intake.IntakeStatus;
import otklik.kernel.TimeSource;

/// Whether what people wrote is handled and what is owed to them is delivered. What waits for a group's budget, for a
/// messenger's limit or for people to mend something waits rightly.
@Component
final class BacklogCheck implements HealthCheck {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final IntakeStatus intakeStatus;
  private final BacklogGauge backlogGauge;
  private final TimeSource time;
  private volatile Duration oldestUpdate = Duration.ZERO;
  private volatile List<Backlog> backlogs = List.of();

  BacklogCheck(IntakeStatus intakeStatus, BacklogGauge backlogGauge, TimeSource time) {
    this.intakeStatus = intakeStatus;
    this.backlogGauge = backlogGauge;
    this.time = time;
  }

  @Override
  public List<Problem> look() {
    Instant now = time.instant();
    oldestUpdate = intakeStatus.oldestWaiting().map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    backlogs = backlogGauge.backlogs();
    List<Problem> problems = new ArrayList<>();
    if (isLong(oldestUpdate)) {
      problems.add(Problem.of(ProblemKind.UPDATES));
    }
    backlogs.stream().filter(backlog -> isLong(backlog.failing()))
        .forEach(backlog -> problems.add(new Problem(ProblemKind.DELIVERIES, backlog.channel())));
    return problems;
  }

  private static boolean isLong(Duration waited) {
    return waited.compareTo(LONG) >= 0;
  }

  /// How long it had waited at the last look.
  Duration oldestUpdate() {
    return oldestUpdate;
  }

  /// Likewise, whatever it waited for.
  Duration oldestDelivery() {
    return backlogs.stream().map(Backlog::waiting).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /// Likewise, of what was tried in vain.
  Duration failingDelivery() {
    return backlogs.stream().map(Backlog::failing).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
