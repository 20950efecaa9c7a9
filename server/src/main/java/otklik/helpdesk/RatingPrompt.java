package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
import otklik.helpdesk.DeskStep.Commenting;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.people.Actor;
import otklik.people.People;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What people thought of the help: a thumb, and after a thumb down a comment for those who want to give one.
@Component
final class RatingPrompt implements DeskPart, PersonButton, EffectHandler<DeskEffect.RatingAsked> {
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
    Visitor visitor = Visitor.of(transition.turn(), people.find(transition.turn(), ticket.person()).orElseThrow(),
        ticket.chat());
    if (forms.at(visitor, Commenting.class).isPresent()) {
      forms.end(visitor);
    }
    forms.say(visitor, visitor.text("closed"));
    forms.say(visitor, visitor.says(visitor.text("csat.question"), List.of(List.of(
        visitor.button("button.up", Press.of(DeskButton.GOOD, ticket.id()).data()),
        visitor.button("button.down", Press.of(DeskButton.BAD, ticket.id()).data())))));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.GOOD, DeskButton.BAD);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Optional<Ticket> closed = pressing.press().ticket().isEmpty() ? Optional.empty()
        : tickets.find(pressing.turn(), pressing.press().ticket().get())
            .filter(ticket -> ticket.person().equals(visitor.person().id()) && ticket.state().equals(Ticket.CLOSED));
    return Response.done(closed.isPresent()
        && marked(visitor, closed.get(), pressing.press().kind() == DeskButton.GOOD ? "up" : "down"));
  }

  /// Whoever has gone on meanwhile isn't asked for a comment.
  private boolean marked(Visitor visitor, Ticket ticket, String score) throws Exception {
    Turn turn = visitor.turn();
    if (!deskTickets.marked(turn, ticket, score)) {
      return false;
    }
    timeline.note(turn, ticket.id(), "marked", Actor.of(visitor.person().id()), score);
    comments.tellOperators(turn, ticket, turn.text("feedback." + score));
    if (score.equals("up")) {
      forms.say(visitor, visitor.text("csat.thanks-up"));
    } else if (forms.at(visitor, DeskStep.class).isEmpty()
        && tickets.openOf(turn, visitor.person().id()).isEmpty()) {
      forms.go(visitor, new Commenting(ticket.id()));
    } else {
      forms.say(visitor, visitor.text("csat.skipped"));
    }
    return true;
  }
}
