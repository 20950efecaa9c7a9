package otklik.helpdesk.operators;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.helpdesk.cards.DeskCards;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.rooms.Rooms;
import otklik.talk.CommandDoor;
import otklik.talk.Press;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;
import otklik.tickets.Ticket;

/// The buttons under a card of somebody unknown: to which project they belong, and whether they are heard at all.
@Component
final class TriageButtons implements DeskPart, RoomButton {
  private final Projects projects;
  private final DeskCards cards;
  private final Rooms rooms;
  private final CommandDoor door;

  TriageButtons(Projects projects, DeskCards cards, Rooms rooms, CommandDoor door) {
    this.projects = projects;
    this.cards = cards;
    this.rooms = rooms;
    this.door = door;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.BIND, DeskButton.BIND_TO, DeskButton.BIND_BACK, DeskButton.BLOCK,
        DeskButton.UNBLOCK);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Ticket ticket = pressing.ticket();
    if (ticket == null) {
      return pressing.outdated();
    }
    return switch (pressing.press().kind()) {
      case DeskButton.BIND -> choose(pressing, ticket);
      case DeskButton.BIND_TO -> bind(pressing, ticket);
      case DeskButton.BIND_BACK -> back(pressing, ticket);
      case DeskButton.BLOCK -> door.pressed(pressing, ticket, new DeskCommand.Block());
      case DeskButton.UNBLOCK -> door.pressed(pressing, ticket, new DeskCommand.Unblock());
      default -> throw new IllegalStateException("not a button of triage: " + pressing.press());
    };
  }

  private String back(RoomPressing pressing, Ticket ticket) throws Exception {
    if (!ticket.sharesRoom()) {
      return pressing.text("triage.has-project");
    }
    rooms.refresh(pressing.turn(), ticket.id());
    return "";
  }

  private String choose(RoomPressing pressing, Ticket ticket) throws Exception {
    if (!ticket.sharesRoom()) {
      return pressing.text("triage.has-project");
    }
    if (ticket.state().equals(Ticket.CLOSED)) {
      return pressing.text("already-closed");
    }
    List<Project> active = projects.all(pressing.turn()).stream().filter(Project::active).toList();
    long page = pressing.press().moreNumber().orElse(0L);
    if (active.isEmpty()) {
      return pressing.text("triage.no-projects");
    }
    if (page < 0 || page >= active.size()) {
      return pressing.outdated();
    }
    rooms.redraw(pressing.turn(), ticket,
        cards.inTriage(pressing.turn(), ticket).faceWith(active, page));
    return "";
  }

  private String bind(RoomPressing pressing, Ticket ticket) throws Exception {
    Optional<Project> project = pressing.press().moreNumber().flatMap(id -> projects.find(pressing.turn(), id))
        .filter(Project::active);
    return project.isEmpty() ? pressing.outdated()
        : door.pressed(pressing, ticket, new DeskCommand.Bind(project.get()));
  }
}
