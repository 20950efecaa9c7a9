package otklik.operations;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.intake.Doors;
import otklik.storage.Database;

/// Two questions of those who supervise the program: does it live, and can it work?
@RestController
class Health {
  private final Database database;
  private final Doors doors;

  Health(Database database, Doors doors) {
    this.database = database;
    this.doors = doors;
  }

  /// Answers as long as the program can answer at all: whoever restarts what doesn't answer asks here.
  @GetMapping("/health")
  Map<String, String> alive() {
    return Map.of("status", "up");
  }

  @GetMapping("/health/ready")
  ResponseEntity<Map<String, String>> ready() {
    boolean rows = database.answers();
    boolean open = doors.areOpen();
    return ResponseEntity.status(rows && open ? 200 : 503).body(Map.of(
        "status", rows && open ? "ready" : "not ready",
        "database", rows ? "answers" : "doesn't answer",
        "updates", open ? "come in" : "don't come in yet"));
  }
}
