package otklik.helpdesk.tickets;

import java.util.regex.Matcher;
import org.springframework.stereotype.Component;
import otklik.dialogs.Invisible;
import otklik.dialogs.Visitor;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.settings.CannedAnswer;
import otklik.people.People;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What stands in curly brackets in a ready answer: it is filled in before anybody reads it.
@Component
public final class Placeholders {
  private final People people;
  private final DeskTickets deskTickets;
  private final Projects projects;

  Placeholders(People people, DeskTickets deskTickets, Projects projects) {
    this.people = people;
    this.deskTickets = deskTickets;
    this.projects = projects;
  }

  public String filled(Turn turn, Ticket ticket, String text) throws Exception {
    Matcher place = CannedAnswer.PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      place.appendReplacement(filled, Matcher.quoteReplacement(value(turn, ticket, place.group(1))));
    }
    return place.appendTail(filled).toString();
  }

  private String value(Turn turn, Ticket ticket, String name) throws Exception {
    Person person = people.find(turn, ticket.person()).orElseThrow();
    Visitor reader = Visitor.of(turn, person, ticket.chat());
    return switch (name) {
      case "name" -> Invisible.is(person.name()) ? reader.text("placeholder.no-name") : Invisible.tidy(person.name());
      case "number" -> ticket.shownNumber();
      case "project" -> {
        Long project = deskTickets.of(turn, ticket.id()).project();
        yield project == null ? reader.text("placeholder.no-project")
            : projects.find(turn, project).map(Project::name).orElseGet(() ->
                reader.text("placeholder.no-project"));
      }
      default -> throw new IllegalStateException("nobody fills in " + name);
    };
  }
}
