package otklik.helpdesk.projects;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.storage.Database;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Brings the companies and projects of the configuration into the tables. A desk that declares none gets one of each,
/// so that it has a code to invite people with.
@Component
final class Invitations implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Invitations.class);

  private final Channels channels;
  private final Projects projects;
  private final Database database;
  private volatile boolean running;

  Invitations(Channels channels, Projects projects, Database database) {
    this.channels = channels;
    this.projects = projects;
    this.database = database;
  }

  @Override
  public void start() {
    running = true;
    channels.all().stream().filter(channel -> channel.scenario().equals(HelpdeskSettings.SCENARIO))
        .forEach(this::declare);
  }

  private void declare(Channel channel) {
    database.writeNow(tx -> {
      Turn turn = Turn.of(tx, channel);
      List<HelpdeskSettings.Client> declared = HelpdeskSettings.of(channel).clients();
      for (HelpdeskSettings.Client client : declared) {
        projects.declare(turn, client);
      }
      if (declared.isEmpty() && projects.all(turn).isEmpty()) {
        String name = channel.home().name();
        String code = Invites.newCode();
        projects.declare(turn, new HelpdeskSettings.Client(name,
            List.of(new HelpdeskSettings.Project(name, code, true))));
        turn.afterCommit(() -> log.info("{}: no companies are configured; invite people with the code {}",
            channel.label(), code));
      }
      return null;
    });
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before anything can come in or go out.
  @Override
  public int getPhase() {
    return 50;
  }
}
