package otklik.helpdesk.cards;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.tickets.DeskEffect;
import otklik.helpdesk.tickets.DeskStep;
import otklik.kernel.MessageId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.people.Actor;
import otklik.people.People;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What a ticket that goes on takes with it: its person may belong to a project since, and may have written something.
@Component
final class Reopening implements EffectHandler<DeskEffect.GoingOn> {
  private final People people;
  private final Tickets tickets;
  private final Forms forms;
  private final Projects projects;
  private final MoveToProject moveToProject;
  private final Relay relay;

  Reopening(People people, Tickets tickets, Forms forms, Projects projects, MoveToProject moveToProject, Relay relay) {
    this.people = people;
    this.tickets = tickets;
    this.forms = forms;
    this.projects = projects;
    this.moveToProject = moveToProject;
    this.relay = relay;
  }

  @Override
  public void apply(Transition transition, DeskEffect.GoingOn effect) throws Exception {
    switch (effect) {
      case DeskEffect.BroughtToProject _ -> bringWhereItBelongs(transition.turn(), transition.after());
      case DeskEffect.WordsTaken _ -> takeWords(transition.turn(),
          tickets.openOf(transition.turn(), transition.after().person()).orElseThrow());
    }
  }

  private void bringWhereItBelongs(Turn turn, Ticket ticket) throws Exception {
    Optional<Project> project = projects.of(turn, ticket.person());
    if (ticket.sharesRoom() && project.isPresent()) {
      moveToProject.toProject(turn, ticket, project.get(), Actor.of(ticket.person()));
    }
  }

  private void takeWords(Turn turn, Ticket open) throws Exception {
    Visitor visitor = Visitor.of(turn, people.find(turn, open.person()).orElseThrow(), open.chat());
    List<MessageId> written = forms.at(visitor, DeskStep.class).map(DeskStep::written).orElse(List.of());
    forms.end(visitor);
    relay.join(turn, open, written);
  }
}
