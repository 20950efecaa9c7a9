package otklik.helpdesk.cards;

import org.springframework.stereotype.Component;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Phrase;
import otklik.commands.Result;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.helpdesk.tickets.TicketLifecycle;
import otklik.lifecycle.Effect;
import otklik.lifecycle.Transitions;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Gives a ticket the project to which it belongs, or another one.
@Component
final class ProjectMoves implements CommandHandler<DeskCommand.Placing> {
  private final Transitions transitions;
  private final Projects projects;
  private final DeskTickets deskTickets;
  private final MoveToProject moveToProject;
  private final Rooms rooms;

  ProjectMoves(Transitions transitions, Projects projects, DeskTickets deskTickets, MoveToProject moveToProject,
      Rooms rooms) {
    this.transitions = transitions;
    this.projects = projects;
    this.deskTickets = deskTickets;
    this.moveToProject = moveToProject;
    this.rooms = rooms;
  }

  @Override
  public Result done(Given<DeskCommand.Placing> given) throws Exception {
    return switch (given.command()) {
      case DeskCommand.Transfer(var to) when !given.ticket().sharesRoom() -> transferred(given, to);
      case DeskCommand.Transfer(var to) -> bound(given, to);
      case DeskCommand.Bind(var to) -> bound(given, to);
    };
  }

  private Result bound(Given<?> given, Project to) throws Exception {
    Ticket ticket = given.ticket();
    if (ticket.sharesRoom() && ticket.state().equals(Ticket.CLOSED)) {
      return Result.refused("already-closed");
    }
    if (!moveToProject.toProject(given.turn(), ticket, to, given.by())) {
      return Result.refused("triage.has-project");
    }
    projects.bind(given.turn(), ticket.person(), to);
    transitions.follow(given, new Effect.PersonTold(
        Phrase.of("handed-over", "project", to.name(), "number", TicketLifecycle.number(ticket))));
    return Result.done("triage.you-bound", "project", to.shown());
  }

  private Result transferred(Given<?> given, Project to) throws Exception {
    Turn turn = given.turn();
    Ticket ticket = given.ticket();
    Project from = projects.find(turn, deskTickets.of(turn, ticket.id()).project()).orElseThrow();
    if (from.id() == to.id()) {
      return Result.refused("transfer.there", "project", to.shown());
    }
    deskTickets.belongsTo(turn, ticket.id(), to);
    transitions.follow(given, Effect.noted("transferred", from.shown() + " → " + to.shown()),
        new Effect.CardRefreshed());
    rooms.rename(turn, ticket.id());
    return Result.done("transferred", "project", to.shown());
  }
}
