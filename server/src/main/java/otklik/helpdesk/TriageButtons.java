package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.rooms.Rooms;
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
  private final MoveToProject moveToProject;
  private final DeskBan deskBan;

  TriageButtons(Projects projects, DeskCards cards, Rooms rooms, MoveToProject moveToProject, DeskBan deskBan) {
    this.projects = projects;
    this.cards = cards;
    this.rooms = rooms;
    this.moveToProject = moveToProject;
    this.deskBan = deskBan;
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
    if (!ticket.sharesRoom()) {
      return pressing.text("triage.has-project");
    }
    if (pressing.press().kind() == DeskButton.UNBLOCK) {
      return pressing.text(deskBan.unblock(pressing.turn(), ticket.person(), pressing.by().id())
          ? "triage.unblocked" : "triage.not-blocked");
    }
    if (ticket.state().equals(Ticket.CLOSED)) {
      return pressing.text("already-closed");
    }
    return switch (pressing.press().kind()) {
      case DeskButton.BIND -> choose(pressing, ticket);
      case DeskButton.BIND_TO -> bind(pressing, ticket);
      case DeskButton.BIND_BACK -> {
        rooms.refresh(pressing.turn(), ticket.id());
        yield "";
      }
      case DeskButton.BLOCK -> {
        deskBan.block(pressing.turn(), ticket, pressing.by().id());
        yield pressing.text("triage.you-blocked");
      }
      default -> throw new IllegalStateException("not a button of triage: " + pressing.press());
    };
  }

  private String choose(RoomPressing pressing, Ticket ticket) throws Exception {
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
    if (project.isEmpty()) {
      return pressing.outdated();
    }
    if (!moveToProject.toProject(pressing.turn(), ticket, project.get(), pressing.by().id())) {
      return pressing.text("triage.has-project");
    }
    projects.bind(pressing.turn(), ticket.person(), project.get());
    return pressing.text("triage.you-bound", "project", project.get().shown());
  }
}
