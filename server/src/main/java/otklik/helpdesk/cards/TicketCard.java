package otklik.helpdesk.cards;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.channels.Span;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.DeskTicket;
import otklik.helpdesk.tickets.TicketLifecycle;
import otklik.helpdesk.tickets.TopicName;
import otklik.people.Person;
import otklik.rooms.CardFace;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// A ticket as the operators see it: the first message of its topic. Names and words in it are shown as they are and
/// never read as formatting.
///
/// @param clock how long an answer and a solution may take yet; null where that isn't known
record TicketCard(Channel channel, Ticket ticket, DeskTicket desk, Project project, Person person,
    @Nullable Person owner,
    @Nullable String clock) {
  /// Leaves room for the other lines in a message of 4,096 characters.
  private static final int LONGEST_DESCRIPTION = 2500;

  /// Whether the description stands in the card in full.
  boolean isComplete() {
    return holds(channel, desk.description());
  }

  static boolean holds(Channel channel, String description) {
    return description.length() <= channel.sizes().share(LONGEST_DESCRIPTION);
  }

  Content.Text text() {
    String user = person.shownName();
    String userLine = line("user", "user", user, "id", person.account());
    String head = line("ticket", "number", number()) + "\n"
        + line("project", "client", project.client(), "project", project.name()) + "\n";
    String rest = "\n" + line("category", "category", category()) + "\n"
        + contact()
        + line("priority", "priority", word(desk.urgent() ? "priority.urgent" : "priority.normal") + blocking()) + "\n"
        + line("time", "time", time(), "zone", channel.zone().getId()) + "\n"
        + line("description", "description", channel.sizes().part(desk.description(),
            LONGEST_DESCRIPTION)) + "\n"
        + line("attachments", "attachments", attachments()) + "\n"
        + line("status", "status", status())
        + (person.reachable() ? "" : "\n" + line("unreachable"))
        + (clock == null ? "" : "\n" + line("clock", "clock", clock));
    List<Span> spans = new ArrayList<>();
    int name = userLine.indexOf(user);
    if (person.username() == null && name >= 0 && !user.isEmpty()) {
      spans.add(new Span("text_mention", head.length() + name, user.length(), person.account()));
    }
    return new Content.Text(head + userLine + rest, spans);
  }

  List<List<Button>> buttons() {
    return switch (TicketLifecycle.stateOf(ticket)) {
      case TicketLifecycle.State.New _ -> List.of(
          List.of(button("button.take", DeskButton.TAKE), button("button.close", DeskButton.CLOSE)),
          List.of(button("button.details", DeskButton.DETAILS)));
      case TicketLifecycle.State.InProgress _ -> List.of(
          List.of(button("button.close", DeskButton.CLOSE), button("button.details", DeskButton.DETAILS)));
      case TicketLifecycle.State.Closed _ -> List.of(List.of(button("button.reopen", DeskButton.REOPEN)));
    };
  }

  CardFace face() {
    return new CardFace(text(), buttons(), isComplete());
  }

  String topicName() {
    return TopicName.of(channel.sizes().topicName(), ticket.shownNumber(), project.client(), project.name(),
        category());
  }

  private String number() {
    return "%04d".formatted(ticket.number());
  }

  private String category() {
    return HelpdeskSettings.of(channel).category(desk.category())
        .map(category -> category.title(channel.language(), channel.texts()))
        .orElseGet(() -> desk.category().equals(DeskTicket.TRIAGE) ? word("category.TRIAGE") : desk.category());
  }

  /// Who came without a code said where from.
  private String contact() {
    String company = desk.company() == null ? "" : line("company", "company", desk.company()) + "\n";
    return company + (desk.contact() == null ? "" : line("contact", "contact", desk.contact()) + "\n");
  }

  private String blocking() {
    return desk.blocking() == null ? "" : " (" + word(desk.blocking().text()) + ")";
  }

  private String time() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(ticket.createdAt().atZone(channel.zone()));
  }

  private String attachments() {
    return desk.attachments().isEmpty() ? word("attachments.no")
        : channel.text("attachments.yes", "kinds",
            desk.attachments().stream().map(this::kind).collect(Collectors.joining(", ")));
  }

  private String kind(String type) {
    return word("kind." + type);
  }

  private String status() {
    return switch (TicketLifecycle.stateOf(ticket)) {
      case TicketLifecycle.State.New _ -> word("status.new");
      case TicketLifecycle.State.InProgress _ -> channel.text("status.in-progress", "operator",
          owner == null ? "" : owner.shownName());
      case TicketLifecycle.State.Closed _ -> word("status.closed");
    };
  }

  private Button button(String text, Press.Kind action) {
    return new Button(word(text), Press.of(action, ticket.id()).data());
  }

  private String word(String key) {
    return channel.text(key);
  }

  private String line(String name, @Nullable Object... values) {
    return channel.text("card." + name, values);
  }
}
