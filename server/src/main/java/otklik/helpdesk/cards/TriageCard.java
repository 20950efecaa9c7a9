package otklik.helpdesk.cards;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.channels.MessageSizes;
import otklik.channels.Span;
import otklik.dialogs.Invisible;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.tickets.DeskTicket;
import otklik.helpdesk.tickets.TicketLifecycle;
import otklik.people.Person;
import otklik.rooms.CardFace;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// A ticket of somebody unknown, as it stands among the others of its kind.
///
/// @param owner who took it; null while nobody did
/// @param clock how long an answer may take yet; null where that isn't known
public record TriageCard(Channel channel, Ticket ticket, DeskTicket desk, Person person, @Nullable Person owner,
    boolean blocked, @Nullable String clock) {
  private static final int LONGEST_DESCRIPTION = 2500;
  private static final int LONGEST_ANSWER = 200;
  private static final int LONGEST_NAME = 40;
  private static final int PROJECTS_A_PAGE = 10;

  /// Whether the description stands in the card in full.
  boolean isComplete() {
    return desk.description().length() <= channel.sizes().share(LONGEST_DESCRIPTION);
  }

  /// What the person's messages begin with: the number, because names are no one's own.
  static String mark(Ticket ticket, Person person) {
    return ticket.shownNumber() + " " + MessageSizes.cut(Invisible.tidy(person.spokenName()), LONGEST_NAME);
  }

  Content.Text text() {
    return clock == null ? text(status())
        : Content.Text.joined(List.of(text(status()), line("clock", "clock", clock)));
  }

  CardFace face() {
    return new CardFace(text(), buttons(), isComplete());
  }

  /// With the projects instead of the usual buttons, so many on a page.
  public CardFace faceWith(List<Project> projects, long page) {
    return new CardFace(text(), projectButtons(projects, page), isComplete());
  }

  /// After the ticket went to a room of its own.
  CardFace faceAfterMoving(Project project) {
    return new CardFace(text(word("triage.moved", "project", project.shown())), List.of(), isComplete());
  }

  private Content.Text text(String status) {
    return Content.Text.joined(List.of(
        line("ticket", "number", "%04d".formatted(ticket.number())),
        user(),
        line("company", "company", MessageSizes.cut(Objects.requireNonNullElse(desk.company(), ""), LONGEST_ANSWER)),
        line("contact", "contact", desk.contact() == null ? word("triage.no-contact") : desk.contact()),
        line("time", "time", time(), "zone", channel.zone().getId()),
        line("description", "description", desk.description().isEmpty() && desk.attachments().isEmpty()
            ? word("triage.nothing-told")
            : channel.sizes().part(desk.description(), LONGEST_DESCRIPTION)),
        line("attachments", "attachments", attachments()),
        line("status", "status", status)));
  }

  List<List<Button>> buttons() {
    if (blocked) {
      return List.of(List.of(button("button.unblock", Press.of(DeskButton.UNBLOCK, ticket.id()))));
    }
    if (ticket.state().equals(Ticket.CLOSED)) {
      return List.of();
    }
    return List.of(
        List.of(button("button.bind", Press.of(DeskButton.BIND, ticket.id(), 0))),
        List.of(button("button.close", Press.of(DeskButton.CLOSE, ticket.id())),
            button("button.block", Press.of(DeskButton.BLOCK, ticket.id()))));
  }

  private List<List<Button>> projectButtons(List<Project> projects, long page) {
    long first = page * PROJECTS_A_PAGE;
    List<List<Button>> rows = new ArrayList<>();
    projects.stream().skip(first).limit(PROJECTS_A_PAGE).forEach(project -> rows.add(List.of(
        new Button(project.shown(), Press.of(DeskButton.BIND_TO, ticket.id(), project.id()).data()))));
    List<Button> ways = new ArrayList<>();
    if (page > 0) {
      ways.add(button("button.previous", Press.of(DeskButton.BIND, ticket.id(), page - 1)));
    }
    ways.add(button("button.back", Press.of(DeskButton.BIND_BACK, ticket.id())));
    if (projects.size() > first + PROJECTS_A_PAGE) {
      ways.add(button("button.next", Press.of(DeskButton.BIND, ticket.id(), page + 1)));
    }
    rows.add(ways);
    return rows;
  }

  private Content.Text user() {
    String user = person.shownName();
    Content.Text line = line("user", "user", user, "id", person.account());
    int name = line.text().indexOf(user);
    return person.username() != null || name < 0 || user.isEmpty() ? line
        : new Content.Text(line.text(), List.of(new Span("text_mention", name, user.length(), person.account())));
  }

  private String status() {
    if (blocked) {
      return word("triage.blocked");
    }
    return switch (TicketLifecycle.stateOf(ticket)) {
      case TicketLifecycle.State.New _ -> word("status.new");
      case TicketLifecycle.State.InProgress _ ->
          word("status.in-progress", "operator", owner == null ? "" : owner.shownName());
      case TicketLifecycle.State.Closed _ -> word("status.closed");
    };
  }

  private String time() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(ticket.createdAt().atZone(channel.zone()));
  }

  private String attachments() {
    return desk.attachments().isEmpty() ? word("attachments.no")
        : word("attachments.yes", "kinds",
            desk.attachments().stream().map(type -> word("kind." + type)).collect(Collectors.joining(", ")));
  }

  private Button button(String text, Press press) {
    return new Button(word(text), press.data());
  }

  private String word(String key, @Nullable Object... values) {
    return channel.text(key, values);
  }

  private Content.Text line(String name, @Nullable Object... values) {
    return Content.Text.of(word("card." + name, values));
  }
}
