package otklik.conversations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import otklik.delivery.Deliveries;
import otklik.storage.MicrosConverter;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import playground.Bot;
import playground.Trouble;

/// Where a conversation plays: one workspace with one bot on the stage.
abstract class Scene {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final Stage stage;
  final Bot bot;
  private final String workspace;
  private @Nullable String id;

  Scene(Stage stage, Bot bot, String workspace) {
    this.stage = stage;
    this.bot = bot;
    this.workspace = workspace;
  }

  String workspace() {
    return workspace;
  }

  Channel channel() {
    return stage.bean(Channels.class).all().stream().filter(channel -> channel.home().name().equals(workspace))
        .findFirst().orElseThrow();
  }

  void restart() {
    stage.restart();
  }

  /// The messenger has asked once for quiet in that chat, and the program has heard it.
  void isQuiet(long chat, Trouble asking) {
    await("the chat to be quiet", () -> asking.struck() == 1
        && !stage.bean(Deliveries.class).isUnderWayIn(channel(), Long.toString(chat)));
  }

  /// Likewise, for whatever was in the air there at the same time.
  void isQuietForAll(long chat, Trouble asking) {
    await("the chat to be quiet for all", () -> asking.struck() > 0
        && !stage.bean(Deliveries.class).isUnderWayIn(channel(), Long.toString(chat)));
  }

  /// Nothing that came in waits to be handled, no timer is due, and nothing that is owed waits to be sent. It's one
  /// look: what leads from one to the next is never between two of them.
  void settles() {
    await("everything to settle in " + workspace, () -> stage.playground.pendingUpdates(bot) == 0 && count("""
        select (select count(*) from inbox where workspace_id = %1$s and state = 'pending')
            + (select count(*) from delivery where workspace_id = %1$s and state = 'pending')
            + (select count(*) from album_waiting where workspace_id = %1$s)
            + (select count(*) from timer where workspace_id = %1$s and state = 'waiting' and due_at <= """
        + MicrosConverter.micros(stage.time.instant()) + ")") == 0);
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

  /// Whether the program knows it.
  boolean isThere() {
    return !stage.rows("select id from workspace where name = '" + workspace + "'").isEmpty();
  }

  String value(String sql) {
    return stage.value(sql.formatted(id()));
  }

  List<Map<String, String>> rows(String sql) {
    return stage.rows(sql.formatted(id()));
  }

  /// It stays the same as long as the installation.
  private synchronized String id() {
    if (id == null) {
      id = stage.value("select id from workspace where name = '" + workspace() + "'");
    }
    return id;
  }

  /// Somebody whom the program knows by this name already. What stood in their chat when the stage was opened they have
  /// seen.
  Client again(String name) {
    Map<String, String> row = rows("select external_id, username, language from person where workspace_id = %s"
        + " and name = '" + name + "'").getFirst();
    return new Client(this, stage.playground.user(Long.parseLong(row.get("external_id")), name, null,
        row.get("username"), row.get("language"))).sawAll(stage.begun);
  }

  void await(String what, BooleanSupplier condition) {
    try {
      stage.playground.await(PATIENCE, condition);
    } catch (AssertionError | RuntimeException late) {
      throw new AssertionError("waited in vain for " + what + "; " + late.getMessage(), late);
    }
  }
}
