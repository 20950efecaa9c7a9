package otklik.helpdesk;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.rooms.RoomTag;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.workspaces.Channel;

/// Sends answers whose time has come. One that was overtaken, because the person wrote first or the ticket was closed,
/// isn't sent, and the topic is told so.
@Component
final class Postponed implements Alarm {
  private final LaterAnswers answers;
  private final OrderedAnswers orderedAnswers;
  private final Tickets tickets;
  private final Relay relay;
  private final People people;
  private final Deliveries deliveries;

  Postponed(LaterAnswers answers, OrderedAnswers orderedAnswers, Tickets tickets, Relay relay, People people,
      Deliveries deliveries) {
    this.answers = answers;
    this.orderedAnswers = orderedAnswers;
    this.tickets = tickets;
    this.relay = relay;
    this.people = people;
    this.deliveries = deliveries;
  }

  void personWrote(Tx tx, Channel channel, Ticket ticket) throws Exception {
    overtaken(tx, channel, ticket, "later.person-wrote");
  }

  void closed(Tx tx, Channel channel, Ticket ticket) throws Exception {
    overtaken(tx, channel, ticket, "later.closed");
  }

  /// Nothing is told: not even the topic is to know what was to be said.
  void erase(Tx tx, Channel channel, Ticket ticket) throws Exception {
    for (LaterAnswer answer : answers.waiting(tx, channel, ticket)) {
      takeBack(tx, channel, answer);
    }
  }

  /// It won't be sent: the command is a note from now on. False when it was sent or taken back before.
  boolean takeBack(Tx tx, Channel channel, LaterAnswer answer) throws Exception {
    if (!answers.take(tx, channel, answer)) {
      return false;
    }
    Incoming.Said command = answer.saidBy(people.find(tx, channel, answer.author()).orElseThrow());
    relay.keep(tx, channel, answer.ticket(), Direction.NOTE, command, command.content());
    return true;
  }

  private void overtaken(Tx tx, Channel channel, Ticket ticket, String why) throws Exception {
    for (LaterAnswer answer : answers.waiting(tx, channel, ticket)) {
      if (takeBack(tx, channel, answer)) {
        tell(tx, channel, ticket, answer, why);
      }
    }
  }

  /// Where the ticket is now: since the command it may have moved.
  private void tell(Tx tx, Channel channel, Ticket ticket, LaterAnswer answer, String why) throws Exception {
    Place room = ticket.room() == null ? answer.words().place() : ticket.room();
    deliveries.owe(tx, channel, Owed.words(Call.Say.text(room, ticket.saidInRoom(
        channel.texts().text(channel.language(), why, "when", Moment.shown(channel, answer.dueAt()), "text",
            LaterLines.shown(answer))))).about(RoomTag.LINE.of(channel), answer.ticket().value()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(LaterAnswers.DUE);
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    Channel channel = timer.channel();
    Optional<LaterAnswer> due = answers.find(tx, channel, Long.parseLong(timer.subject()));
    if (due.isEmpty()) {
      return;
    }
    LaterAnswer answer = due.get();
    Ticket ticket = tickets.find(tx, channel, answer.ticket()).orElseThrow();
    Person operator = people.find(tx, channel, answer.author()).orElseThrow();
    if (!Helpdesk.settings(channel).isOperator(operator.account())) {
      if (takeBack(tx, channel, answer)) {
        tell(tx, channel, ticket, answer, "later.not-operator");
      }
    } else if (answers.take(tx, channel, answer)) {
      orderedAnswers.send(tx, channel, ticket, operator, answer.saidBy(operator), OrderedAnswers.POSTPONED);
      tell(tx, channel, ticket, answer, "later.sent");
    }
  }
}
