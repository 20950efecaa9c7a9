package otklik.helpdesk.answers;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.AnswerKind;
import otklik.helpdesk.tickets.AnswerWords;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.helpdesk.tickets.DeskEffect;
import otklik.helpdesk.tickets.Moment;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.people.Actor;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.rooms.RoomTag;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// Sends answers whose time has come. One that was overtaken, because the person wrote first or the ticket was closed,
/// isn't sent, and the topic is told so.
@Component
public final class Postponed implements TimerHandler, EffectHandler<DeskEffect.LaterAnswersDropped> {
  private final LaterAnswers answers;
  private final Answering answering;
  private final Tickets tickets;
  private final Relay relay;
  private final People people;
  private final Deliveries deliveries;

  Postponed(LaterAnswers answers, Answering answering, Tickets tickets, Relay relay, People people,
      Deliveries deliveries) {
    this.answers = answers;
    this.answering = answering;
    this.tickets = tickets;
    this.relay = relay;
    this.people = people;
    this.deliveries = deliveries;
  }

  public void personWrote(Turn turn, Ticket ticket) throws Exception {
    overtaken(turn, ticket, "later.person-wrote");
  }

  @Override
  public void apply(Transition transition, DeskEffect.LaterAnswersDropped effect) throws Exception {
    overtaken(transition.turn(), transition.before(), "later.closed");
  }

  /// Nothing is told: not even the topic is to know what was to be said.
  public void erase(Turn turn, Ticket ticket) throws Exception {
    for (LaterAnswer answer : answers.waiting(turn, ticket)) {
      takeBack(turn, answer);
    }
  }

  /// It won't be sent: the command is a note from now on. False when it was sent or taken back before.
  boolean takeBack(Turn turn, LaterAnswer answer) throws Exception {
    if (!answers.take(turn, answer)) {
      return false;
    }
    if (answer.saidBy(people.find(turn, answer.author()).orElseThrow()) instanceof AnswerWords.Written(var command)) {
      relay.keep(turn, answer.ticket(), Direction.NOTE, command, command.content());
    }
    return true;
  }

  private void overtaken(Turn turn, Ticket ticket, String why) throws Exception {
    for (LaterAnswer answer : answers.waiting(turn, ticket)) {
      if (takeBack(turn, answer)) {
        tell(turn, ticket, answer, why);
      }
    }
  }

  /// Where the ticket is now: since the command it may have moved.
  private void tell(Turn turn, Ticket ticket, LaterAnswer answer, String why) throws Exception {
    Place room = ticket.room() == null ? answer.words().place() : ticket.room();
    if (room == null) {
      return; // nobody reads it yet
    }
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(room, ticket.saidInRoom(
        turn.text(why, "when", Moment.shown(turn.channel(), answer.dueAt()), "text",
            LaterLines.shown(answer))))).about(RoomTag.LINE.of(turn.channel()), answer.ticket().value()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(LaterAnswers.DUE);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Optional<LaterAnswer> due = answers.find(turn, Long.parseLong(timer.subject()));
    if (due.isEmpty()) {
      return;
    }
    LaterAnswer answer = due.get();
    Ticket ticket = tickets.find(turn, answer.ticket()).orElseThrow();
    Person operator = people.find(turn, answer.author()).orElseThrow();
    if (!HelpdeskSettings.of(turn.channel()).isOperator(operator.account())) {
      if (takeBack(turn, answer)) {
        tell(turn, ticket, answer, "later.not-operator");
      }
    } else if (answers.take(turn, answer)) {
      answering.answer(turn, ticket, Actor.of(operator.id()),
          new DeskCommand.Answer(answer.saidBy(operator), AnswerKind.POSTPONED));
      tell(turn, ticket, answer, "later.sent");
    }
  }
}
