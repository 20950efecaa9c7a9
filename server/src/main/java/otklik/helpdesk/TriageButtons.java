package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;

/// The buttons under a card of somebody unknown: to which project they belong, and whether they are heard at all.
@Component
final class TriageButtons implements RoomButton {
  private final Projects projects;
  private final DeskCards cards;
  private final Rooms rooms;
  private final Moving moving;
  private final Banning banning;

  TriageButtons(Projects projects, DeskCards cards, Rooms rooms, Moving moving, Banning banning) {
    this.projects = projects;
    this.cards = cards;
    this.rooms = rooms;
    this.moving = moving;
    this.banning = banning;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.BIND, Press.Action.BIND_TO, Press.Action.BIND_BACK, Press.Action.BLOCK,
        Press.Action.UNBLOCK);
  }

  @Override
  public String pressed(Pressing pressing) throws Exception {
    Ticket ticket = pressing.ticket();
    if (ticket == null) {
      return pressing.text("button-outdated");
    }
    if (!ticket.sharesRoom()) {
      return pressing.text("triage.has-project");
    }
    if (pressing.press().action() == Press.Action.UNBLOCK) {
      return pressing.text(banning.unblock(pressing.turn(), ticket.person(), pressing.operator().id())
          ? "triage.unblocked" : "triage.not-blocked");
    }
    if (ticket.state().equals(Ticket.CLOSED)) {
      return pressing.text("already-closed");
    }
    return switch (pressing.press().action()) {
      case BIND -> choose(pressing, ticket);
      case BIND_TO -> bind(pressing, ticket);
      case BIND_BACK -> {
        rooms.refresh(pressing.turn(), ticket.id());
        yield "";
      }
      case BLOCK -> {
        banning.block(pressing.turn(), ticket, pressing.operator().id());
        yield pressing.text("triage.you-blocked");
      }
      default -> throw new IllegalStateException("not a button of triage: " + pressing.press());
    };
  }

  private String choose(Pressing pressing, Ticket ticket) throws Exception {
    List<Project> active = projects.all(pressing.turn()).stream().filter(Project::active).toList();
    long page = pressing.press().more().orElse(0L);
    if (active.isEmpty()) {
      return pressing.text("triage.no-projects");
    }
    if (page < 0 || page >= active.size()) {
      return pressing.text("button-outdated");
    }
    rooms.redraw(pressing.turn(), ticket,
        cards.inTriage(pressing.turn(), ticket).faceWith(active, page));
    return "";
  }

  private String bind(Pressing pressing, Ticket ticket) throws Exception {
    Optional<Project> project = pressing.press().more().flatMap(id -> projects.find(pressing.turn(), id))
        .filter(Project::active);
    if (project.isEmpty()) {
      return pressing.text("button-outdated");
    }
    if (!moving.toProject(pressing.turn(), ticket, project.get(), pressing.operator().id())) {
      return pressing.text("triage.has-project");
    }
    projects.bind(pressing.turn(), ticket.person(), project.get());
    return pressing.text("triage.you-bound", "project", project.get().shown());
  }
}
