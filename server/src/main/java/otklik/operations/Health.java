package otklik.operations;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.intake.Doors;
import otklik.standing.Troubles;
import otklik.storage.Database;

/// Two questions of those who supervise the program: does it live, and can it work?
@RestController
class Health {
  private final Database database;
  private final Doors doors;
  private final Troubles troubles;

  Health(Database database, Doors doors, Troubles troubles) {
    this.database = database;
    this.doors = doors;
    this.troubles = troubles;
  }

  /// Answers as long as the program can answer at all: whoever restarts what doesn't answer asks here.
  @GetMapping("/health")
  Map<String, String> alive() {
    return Map.of("status", "up");
  }

  /// A channel's trouble doesn't make the program unable to work, and no restart mends it: it is only shown.
  @GetMapping("/health/ready")
  ResponseEntity<Map<String, Object>> ready() {
    boolean rows = database.answers();
    boolean open = doors.areOpen();
    return ResponseEntity.status(rows && open ? 200 : 503).body(Map.of(
        "status", rows && open ? "ready" : "not ready",
        "database", rows ? "answers" : "doesn't answer",
        "updates", open ? "come in" : "don't come in yet",
        "troubles", troubles.all().stream().map(Health::shown).toList()));
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
