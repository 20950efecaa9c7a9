package otklik.helpdesk.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.talk.PersonButton;
import otklik.talk.PersonCommand;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// `/project`: for which project a person writes, where there are several.
@Component
final class ProjectCommand implements DeskPart, PersonCommand, PersonButton {
  private final Projects projects;
  private final Tickets tickets;
  private final Entrance entrance;
  private final Deliveries deliveries;

  ProjectCommand(Projects projects, Tickets tickets, Entrance entrance, Deliveries deliveries) {
    this.projects = projects;
    this.tickets = tickets;
    this.entrance = entrance;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "project";
  }

  @Override
  public boolean takes(Visitor visitor, String rest) {
    return true;
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    Optional<Project> chosen = projects.of(visitor.turn(), visitor.person().id());
    if (chosen.isEmpty()) {
      entrance.obey(visitor, "");
      return;
    }
    StringBuilder list = new StringBuilder(visitor.text("project.yours"));
    List<List<Button>> others = new ArrayList<>();
    for (Project project : projects.allOf(visitor.turn(), visitor.person().id())) {
      boolean isChosen = project.equals(chosen.get());
      list.append(isChosen ? "\n✓ " : "\n• ").append(shown(visitor, project));
      if (!isChosen && project.active()) {
        others.add(List.of(new Button(shown(visitor, project),
            new Press(DeskButton.SWITCH, Long.toString(project.id())).data())));
      }
    }
    String hint = visitor.text(others.isEmpty() ? "project.add" : "project.choose");
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(list + "\n\n" + hint, others)));
  }

  private static String shown(Visitor visitor, Project project) {
    return visitor.text("project.name", "project", project.name(), "client", project.client());
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.SWITCH);
  }

  /// Only among the projects that the person belongs to.
  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Optional<Project> wanted = pressing.press().number().flatMap(id -> projects
        .allOf(visitor.turn(), visitor.person().id()).stream()
        .filter(project -> project.id() == id && project.active()).findFirst());
    if (wanted.isEmpty()) {
      return new Response.Outdated();
    }
    projects.bind(visitor.turn(), visitor.person().id(), wanted.get());
    String switched = visitor.text("project.switched", "project", wanted.get().name(), "client", wanted.get().client());
    Optional<Ticket> open = tickets.openOf(visitor.turn(), visitor.person().id());
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(open.isEmpty() ? switched
        : switched + "\n" + entrance.alreadyOpen(visitor, open.get(), wanted))));
    return Response.done();
  }
}
