package otklik.helpdesk;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.kernel.Ids;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Answers that went to the person in place of a command: a ready one, or one that had waited for its time. What the
/// person has isn't what stands in the topic, so not every change of the command is meant for them.
@Component
final class OrderedAnswers {
  static final String READY = "ready-answer";
  static final String POSTPONED = "postponed-answer";

  private final Answering answering;
  private final Timeline timeline;

  OrderedAnswers(Answering answering, Timeline timeline) {
    this.answering = answering;
    this.timeline = timeline;
  }

  /// @param said the answer as if the operator had written it
  /// @param kind [#READY] or [#POSTPONED]
  void send(Turn turn, Ticket ticket, Person operator, Incoming.Said said, String kind) throws Exception {
    Optional<MessageId> answer = answering.answer(turn, ticket, operator, said);
    if (answer.isPresent()) {
      timeline.note(turn, ticket.id(), kind, Actor.of(operator.id()), Long.toString(answer.get().value()));
    }
  }

  /// What an answer says when the operator's message has been changed into this. Empty when it says what it said: a
  /// ready answer always does, and notes and commands are nobody's answers.
  Optional<Content> says(Turn turn, TicketId ticket, MessageId answer, Content now) throws SQLException {
    String ordered = timeline.of(turn, ticket).stream()
        .filter(entry -> entry.event().equals(READY) || entry.event().equals(POSTPONED))
        .filter(entry -> Long.toString(answer.value()).equals(entry.data()))
        .map(Timeline.Entry::event).findFirst().orElse("");
    return switch (ordered) {
      case READY -> Optional.empty();
      case POSTPONED -> LaterOrder.read(now, Ids.madeAt(answer.value()), turn.channel().zone())
          .map(LaterOrder::words);
      default -> InternalWords.are(now) ? Optional.empty() : Optional.of(now);
    };
  }
}
