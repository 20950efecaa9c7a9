package otklik.conversations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import playground.Bot;

/// Where a conversation plays: one workspace with one bot on the stage.
abstract class Scene {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final Stage stage;
  final Bot bot;
  private final String workspace;

  Scene(Stage stage, Bot bot, String workspace) {
    this.stage = stage;
    this.bot = bot;
    this.workspace = workspace;
  }

  String workspace() {
    return workspace;
  }

  void restart() {
    stage.restart();
  }

  /// Nothing that came in waits to be handled and nothing that is owed waits to be sent.
  void settles() {
    await("everything to settle", () -> stage.playground.pendingUpdates(bot) == 0
        && count("select count(*) from inbox where workspace_id = %s and state = 'pending'") == 0
        && count("select count(*) from delivery where workspace_id = %s and state = 'pending'") == 0
        && count("select count(*) from album_waiting where workspace_id = %s") == 0);
  }

  /// As [#settles], with more patience: after faults some calls rest before they are repeated.
  void settlesAtLast() {
    for (int patience = 0; patience < 5; patience++) {
      try {
        settles();
        return;
      } catch (AssertionError late) {
        if (patience == 4) {
          throw late;
        }
      }
    }
  }

  /// @param sql with `%s` where the workspace's id belongs
  long count(String sql) {
    return Long.parseLong(value(sql));
  }

  String value(String sql) {
    return stage.value(sql.formatted(stage.value("select id from workspace where name = '" + workspace() + "'")));
  }

  List<Map<String, String>> rows(String sql) {
    return stage.rows(sql.formatted(stage.value("select id from workspace where name = '" + workspace() + "'")));
  }

  void await(String what, BooleanSupplier condition) {
    try {
      stage.playground.await(PATIENCE, condition);
    } catch (AssertionError | RuntimeException late) {
      throw new AssertionError("waited in vain for " + what + "; " + late.getMessage(), late);
    }
  }
}
