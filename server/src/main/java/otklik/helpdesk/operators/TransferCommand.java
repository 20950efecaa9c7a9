package otklik.helpdesk.operators;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.commands.Result;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.settings.TicketCommand;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.kernel.Folded;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/transfer PROJECT`: moves a ticket to another project, named in full or in part, with or without its company. A
/// ticket without a project gets its first one, as with the button of its card.
@Component
final class TransferCommand extends TicketCommand {
  private final Projects projects;

  TransferCommand(Projects projects, CommandDoor door) {
    super(door);
    this.projects = projects;
  }

  @Override
  public String name() {
    return "transfer";
  }

  @Override
  protected Result given(Order order, Ticket ticket) throws Exception {
    List<Project> active = projects.all(order.turn()).stream().filter(Project::active).toList();
    List<Project> meant = meant(active, Folded.of(order.rest()));
    if (meant.size() != 1) {
      String key = order.rest().isEmpty() || meant.isEmpty() ? "transfer.which" : "transfer.ambiguous";
      List<Project> offered = meant.isEmpty() ? active : meant;
      return Result.refused(key, "projects",
          offered.stream().map(project -> "\n" + project.shown()).collect(Collectors.joining()));
    }
    return give(order, ticket, new DeskCommand.Transfer(meant.getFirst()));
  }

  /// The whole name before a part of it.
  private static List<Project> meant(List<Project> all, String name) {
    if (name.isEmpty()) {
      return List.of();
    }
    List<Predicate<Project>> closest = List.of(
        project -> Folded.of(project.shown()).equals(name),
        project -> Folded.of(project.name()).equals(name),
        project -> Folded.of(project.shown()).contains(name));
    return closest.stream().map(rule -> all.stream().filter(rule).toList()).filter(found -> !found.isEmpty())
        .findFirst().orElse(List.of());
  }
}
