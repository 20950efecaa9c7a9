package otklik.helpdesk.operators;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.kernel.Background;
import otklik.kernel.PersonId;
import otklik.people.Actor;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Database;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Who works at a desk is read at the start. A ticket of somebody who doesn't work there any more would wait for them for
/// ever: it is nobody's again, and its topic says so.
@Component
final class Orphans implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Orphans.class);

  private final Channels channels;
  private final Tickets tickets;
  private final People people;
  private final Commands commands;
  private final Database database;
  private final Background background;
  private volatile boolean running;

  Orphans(Channels channels, Tickets tickets, People people, Commands commands, Database database,
      Background background) {
    this.channels = channels;
    this.tickets = tickets;
    this.people = people;
    this.commands = commands;
    this.database = database;
    this.background = background;
  }

  @Override
  public void start() {
    running = true;
    background.run(() -> channels.all().stream().filter(channel -> channel.scenario().equals(HelpdeskSettings.SCENARIO))
        .filter(channel -> running).forEach(this::look));
  }

  private void look(Channel channel) {
    try {
      for (PersonId owner : database.read(sql -> tickets.owners(sql, channel))) {
        database.writeNow(tx -> {
          Turn turn = Turn.of(tx, channel);
          release(turn, people.find(turn, owner).orElseThrow());
          return null;
        });
      }
    } catch (RuntimeException e) {
      log.error("{}: whose tickets are nobody's can't be seen; the next start looks again", channel.label(), e);
    }
  }

  private void release(Turn turn, Person owner) throws Exception {
    if (HelpdeskSettings.of(turn.channel()).isOperator(owner.account())) {
      return;
    }
    List<String> numbers = new ArrayList<>();
    for (Ticket ticket : tickets.ownedBy(turn, owner.id())) {
      commands.give(turn, Actor.CLOCK, ticket, new DeskCommand.ReleaseOrphan());
      numbers.add(ticket.shownNumber());
    }
    turn.afterCommit(() -> log.info("{}: nobody's again, because whoever had them works there no more: {}",
        turn.channel().label(), numbers));
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Once what is owed goes out.
  @Override
  public int getPhase() {
    return 350;
  }
}
