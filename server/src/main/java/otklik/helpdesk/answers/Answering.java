package otklik.helpdesk.answers;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Result;
import otklik.helpdesk.clocks.SlaEvents;
import otklik.helpdesk.tickets.AnswerKind;
import otklik.helpdesk.tickets.AnswerWords;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.kernel.MessageId;
import otklik.people.Actor;
import otklik.relay.Kinds;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Brings an answer to the person: whatever operators write in the topic, what they let be sent, and what comes through
/// another door.
@Component
final class Answering implements CommandHandler<DeskCommand.Answer> {
  private static final String HELPED = "helped";
  private static final Set<String> HELPING =
      Set.of(HELPED, AnswerKind.READY.event(), AnswerKind.POSTPONED.event());

  private final AnswerCarrier answerCarrier;
  private final AnswerNotices answerNotices;
  private final Tickets tickets;
  private final Timeline timeline;
  private final SlaEvents slaEvents;

  Answering(AnswerCarrier answerCarrier, AnswerNotices answerNotices, Tickets tickets, Timeline timeline,
      SlaEvents slaEvents) {
    this.answerCarrier = answerCarrier;
    this.answerNotices = answerNotices;
    this.tickets = tickets;
    this.timeline = timeline;
    this.slaEvents = slaEvents;
  }

  @Override
  public Result done(Given<DeskCommand.Answer> given) throws Exception {
    return answer(given.turn(), given.ticket(), given.by(), given.command());
  }

  /// Refused when nobody can carry it.
  Result answer(Turn turn, Ticket ticket, Actor by, DeskCommand.Answer answer) throws Exception {
    AnswerWords words = answer.words();
    if (words.content() instanceof Content.Unsupported unsupported) {
      answerNotices.notCarried(turn, ticket, words);
      return Result.refused("undelivered.misfit", "kind", Kinds.of(turn.channel(), unsupported));
    }
    MessageId message = answerCarrier.carry(turn, ticket, by, words);
    Result told = ticket.state().equals(Ticket.CLOSED) ? answerNotices.sentFromClosed(turn, ticket, words)
        : Result.done();
    if (tickets.answered(turn, ticket)) {
      timeline.note(turn, ticket.id(), "answered", by, null);
    } else if (ticket.owner() != null && !by.is(ticket.owner()) && !helpedJustNow(turn, ticket, by)) {
      timeline.note(turn, ticket.id(), HELPED, by, null);
    }
    slaEvents.operatorAnswered(turn, ticket.id());
    if (answer.kind().event() != null) {
      timeline.note(turn, ticket.id(), answer.kind().event(), by, Long.toString(message.value()));
    }
    return told;
  }

  /// Several answers in a row are one help.
  private boolean helpedJustNow(Turn turn, Ticket ticket, Actor by) throws Exception {
    return timeline.latest(turn, ticket.id())
        .filter(last -> HELPING.contains(last.event()) && last.by().isSame(by)).isPresent();
  }
}
