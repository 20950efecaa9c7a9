package otklik.helpdesk;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.kernel.MessageId;
import otklik.people.Actor;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Brings an operator's answer to the person: whatever they write in the topic, and what they let be sent.
@Component
final class Answering {
  private static final String HELPED = "helped";
  private static final Set<String> HELPING = Set.of(HELPED, OrderedAnswers.READY, OrderedAnswers.POSTPONED);

  private final Tickets tickets;
  private final Timeline timeline;
  private final Relay relay;
  private final SlaEvents slaEvents;
  private final AnswerFormat answerFormat;
  private final ClosedAnswers closedAnswers;
  private final UndeliverableAnswers undeliverableAnswers;

  Answering(Tickets tickets, Timeline timeline, Relay relay, SlaEvents slaEvents, AnswerFormat answerFormat,
      ClosedAnswers closedAnswers, UndeliverableAnswers undeliverableAnswers) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.relay = relay;
    this.slaEvents = slaEvents;
    this.answerFormat = answerFormat;
    this.closedAnswers = closedAnswers;
    this.undeliverableAnswers = undeliverableAnswers;
  }

  /// @return the answer; empty when nobody can carry it
  Optional<MessageId> answer(Turn turn, Ticket ticket, Person operator, Incoming.Said said) throws Exception {
    if (said.content() instanceof Content.Unsupported unsupported) {
      undeliverableAnswers.keep(turn, ticket, said, unsupported);
      return Optional.empty();
    }
    Incoming.Said shown = answerFormat.unnamed(turn.channel(), said);
    MessageId answer = relay.pass(turn, ticket, Direction.OUT, shown, shown.content(),
        answerFormat.of(turn, ticket, operator, shown));
    if (ticket.state().equals(Ticket.CLOSED)) {
      closedAnswers.sent(turn, ticket, said);
    }
    if (tickets.answered(turn, ticket)) {
      timeline.note(turn, ticket.id(), "answered", Actor.of(operator.id()), null);
    } else if (isSomebodyElses(ticket, operator) && !helpedJustNow(turn, ticket, operator)) {
      timeline.note(turn, ticket.id(), HELPED, Actor.of(operator.id()), null);
    }
    slaEvents.operatorAnswered(turn, ticket.id());
    return Optional.of(answer);
  }

  private static boolean isSomebodyElses(Ticket ticket, Person operator) {
    return ticket.owner() != null && !ticket.owner().equals(operator.id());
  }

  /// Several answers in a row are one help.
  private boolean helpedJustNow(Turn turn, Ticket ticket, Person operator) throws Exception {
    return timeline.latest(turn, ticket.id())
        .filter(last -> HELPING.contains(last.event()) && last.by().is(operator.id())).isPresent();
  }
}
