package otklik.helpdesk;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.kernel.Folded;
import otklik.rooms.Rooms;
import otklik.talk.Order;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;

/// `/transfer PROJECT`: moves a ticket to another project, named in full or in part, with or without its company. A
/// ticket without a project gets its first one, as with the button of its card.
@Component
final class TransferCommand extends TicketCommand {
  private final Projects projects;
  private final DeskTickets deskTickets;
  private final Timeline timeline;
  private final Rooms rooms;
  private final MoveToProject moveToProject;

  TransferCommand(Projects projects, DeskTickets deskTickets, Timeline timeline, Rooms rooms,
      MoveToProject moveToProject, Deliveries deliveries) {
    super(deliveries);
    this.projects = projects;
    this.deskTickets = deskTickets;
    this.timeline = timeline;
    this.rooms = rooms;
    this.moveToProject = moveToProject;
  }

  @Override
  public String name() {
    return "transfer";
  }

  @Override
  Content.Text done(Order order, Ticket ticket) throws Exception {
    List<Project> active = projects.all(order.turn()).stream().filter(Project::active).toList();
    List<Project> meant = meant(active, Folded.of(order.rest()));
    if (meant.size() != 1) {
      String key = order.rest().isEmpty() || meant.isEmpty() ? "transfer.which" : "transfer.ambiguous";
      List<Project> offered = meant.isEmpty() ? active : meant;
      return Content.Text.of(order.text(key, "projects",
          offered.stream().map(project -> "\n" + shown(project)).collect(Collectors.joining())));
    }
    return ticket.sharesRoom() ? bind(order, ticket, meant.getFirst())
        : transfer(order, ticket, meant.getFirst());
  }

  private Content.Text bind(Order order, Ticket ticket, Project to) throws Exception {
    if (ticket.state().equals(Ticket.CLOSED)) {
      return Content.Text.of(order.text("already-closed"));
    }
    if (!moveToProject.toProject(order.turn(), ticket, to, order.by().id())) {
      return Content.Text.of(order.text("triage.has-project"));
    }
    projects.bind(order.turn(), ticket.person(), to);
    return Content.Text.of(order.text("triage.you-bound", "project", shown(to)));
  }

  private Content.Text transfer(Order order, Ticket ticket, Project to) throws Exception {
    Project from = projects.find(order.turn(), deskTickets.of(order.turn(), ticket.id()).project())
        .orElseThrow();
    if (from.id() == to.id()) {
      return Content.Text.of(order.text("transfer.there", "project", shown(to)));
    }
    deskTickets.transferred(order.turn(), ticket.id(), to);
    timeline.note(order.turn(), ticket.id(), "transferred", order.by().id(),
        shown(from) + " → " + shown(to));
    rooms.refresh(order.turn(), ticket.id());
    rooms.rename(order.turn(), ticket.id());
    return Content.Text.of(order.text("transferred", "project", shown(to)));
  }

  /// The whole name before a part of it.
  private static List<Project> meant(List<Project> all, String name) {
    if (name.isEmpty()) {
      return List.of();
    }
    List<Predicate<Project>> closest = List.of(
        project -> Folded.of(shown(project)).equals(name),
        project -> Folded.of(project.name()).equals(name),
        project -> Folded.of(shown(project)).contains(name));
    return closest.stream().map(rule -> all.stream().filter(rule).toList()).filter(found -> !found.isEmpty())
        .findFirst().orElse(List.of());
  }

  private static String shown(Project project) {
    return project.client() + " / " + project.name();
  }
}
