package otklik.helpdesk.answers;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Result;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.helpdesk.tickets.Moment;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Plans answers that go to the person at a time, and takes them back. Whoever plans one is known in the messenger:
/// when the time comes it is looked at whether they still work here.
@Component
final class LaterPlanning implements CommandHandler<DeskCommand.Postponing> {
  private final LaterAnswers answers;
  private final Postponed postponed;
  private final LaterLines lines;

  LaterPlanning(LaterAnswers answers, Postponed postponed, LaterLines lines) {
    this.answers = answers;
    this.postponed = postponed;
    this.lines = lines;
  }

  @Override
  public Result done(Given<DeskCommand.Postponing> given) throws Exception {
    return switch (given.command()) {
      case DeskCommand.AnswerLater later -> plan(given, later);
      case DeskCommand.CancelLater(var answer) -> cancel(given.turn(), given.ticket(), answer);
    };
  }

  private Result plan(Given<?> given, DeskCommand.AnswerLater later) throws Exception {
    Turn turn = given.turn();
    if (given.ticket().state().equals(Ticket.CLOSED)) {
      return Result.refused("already-closed");
    }
    if (!later.at().isAfter(turn.now())) {
      return Result.refused("later.past");
    }
    if (given.by().person() == null) {
      return Result.refused("later.not-in-messenger");
    }
    Incoming.Said ordered = later.ordered();
    LaterAnswer answer = answers.add(turn, given.ticket(), given.by().person(), ordered == null
        ? new LaterAnswer.Words(null, null, null, later.words(), null)
        : new LaterAnswer.Words(ordered.place(), ordered.ref(), ordered.replyTo(), later.words(),
            ordered.context().quote()), later.at());
    lines.planned(given, answer, ordered);
    return ordered == null ? Result.done("later.will", "when", Moment.shown(turn.channel(), answer.dueAt()))
        : Result.done();
  }

  private Result cancel(Turn turn, Ticket ticket, long id) throws Exception {
    Optional<LaterAnswer> meant = answers.find(turn, id).filter(answer -> answer.ticket().equals(ticket.id()));
    return meant.isPresent() && postponed.takeBack(turn, meant.get())
        ? Result.done("later.off", "when", Moment.shown(turn.channel(), meant.get().dueAt()))
        : Result.refused(turn.channel().ownKey("button-outdated"));
  }
}
