package otklik.helpdesk.clients;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Result;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.tickets.Comments;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.helpdesk.tickets.DeskEffect;
import otklik.helpdesk.tickets.DeskStep;
import otklik.helpdesk.tickets.DeskStep.Commenting;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.people.People;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What people thought of the help: a thumb, and after a thumb down a comment for those who want to give one.
@Component
final class RatingPrompt implements CommandHandler<DeskCommand.Rate>, EffectHandler<DeskEffect.RatingAsked> {
  private final DeskTickets deskTickets;
  private final Comments comments;
  private final Tickets tickets;
  private final Timeline timeline;
  private final People people;
  private final Forms forms;

  RatingPrompt(DeskTickets deskTickets, Comments comments, Tickets tickets, Timeline timeline, People people,
      Forms forms) {
    this.deskTickets = deskTickets;
    this.comments = comments;
    this.tickets = tickets;
    this.timeline = timeline;
    this.people = people;
    this.forms = forms;
  }

  @Override
  public void apply(Transition transition, DeskEffect.RatingAsked effect) throws Exception {
    Ticket ticket = transition.after();
    Visitor visitor = asker(transition.turn(), ticket);
    if (forms.at(visitor, Commenting.class).isPresent()) {
      forms.end(visitor);
    }
    forms.say(visitor, visitor.text("closed"));
    forms.say(visitor, visitor.says(visitor.text("csat.question"), List.of(List.of(
        visitor.button("button.up", Press.of(DeskButton.GOOD, ticket.id()).data()),
        visitor.button("button.down", Press.of(DeskButton.BAD, ticket.id()).data())))));
  }

  private Visitor asker(Turn turn, Ticket ticket) {
    return Visitor.of(turn, people.find(turn, ticket.person()).orElseThrow(), ticket.chat());
  }

  /// Whoever has gone on meanwhile isn't asked for a comment.
  @Override
  public Result done(Given<DeskCommand.Rate> given) throws Exception {
    Turn turn = given.turn();
    Ticket ticket = given.ticket();
    String score = given.command().good() ? "up" : "down";
    if (!ticket.state().equals(Ticket.CLOSED) || !deskTickets.marked(turn, ticket, score)) {
      return Result.refused(turn.channel().ownKey("button-outdated"));
    }
    timeline.note(turn, ticket.id(), "marked", given.by(), score);
    comments.tellOperators(turn, ticket, turn.text("feedback." + score));
    Visitor visitor = asker(turn, ticket);
    if (given.command().good()) {
      forms.say(visitor, visitor.text("csat.thanks-up"));
    } else if (forms.at(visitor, DeskStep.class).isEmpty() && tickets.openOf(turn, ticket.person()).isEmpty()) {
      forms.go(visitor, new Commenting(ticket.id()));
    } else {
      forms.say(visitor, visitor.text("csat.skipped"));
    }
    return Result.done();
  }
}
