package otklik.operations;

import static otklik.storage.schema.Tables.OPS_TOLD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.kernel.Background;
import otklik.kernel.DeadLetters;
import otklik.storage.Database;
import otklik.storage.Tx;

/// Tells whoever runs the installation that something was set aside: once, until nothing is any more. A row remembers
/// that, so a restart tells nothing twice.
@Component
final class AsideAlerts implements SmartLifecycle {
  private static final String WHAT = "aside";
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final OpsAlerts alerts;
  private final Database database;
  private final Background background;
  private final List<DeadLetters> all;
  private volatile boolean running;
  private volatile boolean told;

  AsideAlerts(OpsAlerts alerts, Database database, Background background) {
    this.alerts = alerts;
    this.database = database;
    this.background = background;
    this.all = SetAside.allOf(database);
  }

  @Override
  public void start() {
    running = true;
    if (alerts.isWanted()) {
      told = database.read(sql -> sql.fetchExists(OPS_TOLD, OPS_TOLD.WHAT.eq(WHAT)));
      background.every(PAUSE, this::look);
    }
  }

  void look() {
    Map<String, Integer> counts = all.stream().collect(Collectors.toMap(DeadLetters::kinds, DeadLetters::count));
    boolean any = counts.values().stream().anyMatch(count -> count > 0);
    if (running && any != told) {
      database.writeNow(tx -> {
        if (any) {
          tell(tx, counts);
        } else {
          tx.sql().deleteFrom(OPS_TOLD).where(OPS_TOLD.WHAT.eq(WHAT)).execute();
        }
        return null;
      });
      told = any;
    }
  }

  private void tell(Tx tx, Map<String, Integer> counts) throws Exception {
    boolean first = tx.sql().insertInto(OPS_TOLD)
        .set(OPS_TOLD.WHAT, WHAT)
        .set(OPS_TOLD.TOLD_AT, tx.now())
        .onConflictDoNothing()
        .execute() == 1;
    if (first) {
      alerts.tell(tx, "aside.first", counts);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
