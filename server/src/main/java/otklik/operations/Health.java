package otklik.operations;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.channels.Inspection;
import otklik.intake.IntakeStatus;
import otklik.standing.Troubles;

/// Two questions of those who supervise the program: does it live, and do people's words get through?
@RestController
class Health {
  private final Readiness readiness;
  private final IntakeStatus intakeStatus;
  private final Troubles troubles;
  private final WebhookCheck webhooks;

  Health(Readiness readiness, IntakeStatus intakeStatus, Troubles troubles, WebhookCheck webhooks) {
    this.readiness = readiness;
    this.intakeStatus = intakeStatus;
    this.troubles = troubles;
    this.webhooks = webhooks;
  }

  /// Answers as long as the program can answer at all: whoever restarts what doesn't answer asks here.
  @GetMapping("/health")
  Map<String, String> alive() {
    return Map.of("status", "up");
  }

  /// A channel's trouble doesn't make the program unable to work, and no restart mends it: it is only shown.
  @GetMapping("/health/ready")
  ResponseEntity<Map<String, Object>> ready() {
    Map<Problem, Instant> problems = readiness.problems();
    boolean open = intakeStatus.areOpen();
    boolean ready = open && problems.isEmpty();
    return ResponseEntity.status(ready ? 200 : 503).body(Map.of(
        "status", ready ? "ready" : "not ready",
        "database", rows(problems),
        "updates", open ? "come in" : "don't come in yet",
        "problems", problems.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(this::shown).toList(),
        "troubles", troubles.all().stream().map(Health::shown).toList()));
  }

  private static String rows(Map<Problem, Instant> problems) {
    if (problems.containsKey(Problem.of(ProblemKind.READS))) {
      return "doesn't answer";
    }
    return problems.containsKey(Problem.of(ProblemKind.WRITES)) ? "can't be written to" : "answers";
  }

  private Map<String, String> shown(Map.Entry<Problem, Instant> problem) {
    Map<String, String> shown = new TreeMap<>(Map.of(
        "kind", problem.getKey().kind().word(),
        "since", problem.getValue().toString(),
        "what", problem.getKey().words()));
    if (problem.getKey().channel() != null) {
      shown.put("channel", problem.getKey().channel().label());
      if (problem.getKey().kind() == ProblemKind.WEBHOOK) {
        webhooks.reception(problem.getKey().channel()).map(Inspection.Reception::failure)
            .ifPresent(failure -> shown.put("error", failure.detail()));
      }
    }
    return shown;
  }

  private static Map<String, String> shown(Troubles.Of trouble) {
    return Map.of(
        "channel", trouble.channel().label(),
        "kind", trouble.trouble().kind().word(),
        "chat", trouble.trouble().chat(),
        "since", trouble.trouble().since().toString(),
        "detail", trouble.trouble().detail());
  }
}
