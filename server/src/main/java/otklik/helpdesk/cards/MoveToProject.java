package otklik.helpdesk.cards;

import org.springframework.stereotype.Component;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.people.Actor;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.RoomChanges;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Takes a ticket from the room of those without a project to a room of its own, with everything that was said.
@Component
public final class MoveToProject {
  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final DeskCards cards;
  private final Rooms rooms;
  private final RoomChanges roomChanges;
  private final People people;
  private final Timeline timeline;

  MoveToProject(Tickets tickets, DeskTickets deskTickets, DeskCards cards, Rooms rooms, RoomChanges roomChanges,
      People people, Timeline timeline) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.cards = cards;
    this.rooms = rooms;
    this.roomChanges = roomChanges;
    this.people = people;
    this.timeline = timeline;
  }

  /// False when somebody moved it before: then nothing changed.
  ///
  /// @param by the operator who decided it, or the person who brought a code
  public boolean toProject(Turn turn, Ticket ticket, Project project, Actor by) throws Exception {
    if (!tickets.leavesSharedRoom(turn, ticket)) {
      return false;
    }
    rooms.redraw(turn, ticket, cards.inTriage(turn, ticket).faceAfterMoving(project));
    deskTickets.belongsTo(turn, ticket.id(), project);
    timeline.note(turn, ticket.id(), "moved", by, project.shown());
    roomChanges.moveOut(turn, ticket, account -> people.find(turn, account).map(Person::spokenName)
        .orElse(account));
    rooms.open(turn, tickets.find(turn, ticket.id()).orElseThrow());
    return true;
  }
}
