package otklik.helpdesk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// How people come in: with the invite code of a project, from a link or by hand.
@Component
final class Entrance {
  /// What Telegram allows in a link (Bot API, deep linking); nothing else can be a code.
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Projects projects;
  private final Tickets tickets;
  private final Questions questions;
  private final Deliveries deliveries;

  Entrance(Projects projects, Tickets tickets, Questions questions, Deliveries deliveries) {
    this.projects = projects;
    this.tickets = tickets;
    this.questions = questions;
    this.deliveries = deliveries;
  }

  /// `/start`, with or without a code.
  void start(Tx tx, Visitor visitor, String code) throws Exception {
    if (!code.isEmpty()) {
      tryCode(tx, visitor, code);
    } else if (projects.of(tx, visitor.channel(), visitor.person().id()).isPresent()) {
      goOn(tx, visitor);
    } else {
      questions.askCode(tx, visitor);
    }
  }

  /// True when what was said can be meant as a code at all.
  static boolean looksLikeCode(String text) {
    return CODE.matcher(text.strip()).matches();
  }

  void tryCode(Tx tx, Visitor visitor, String code) throws Exception {
    Optional<Project> invited = looksLikeCode(code)
        ? projects.invitedBy(tx, visitor.channel(), code.strip()) : Optional.empty();
    if (invited.isEmpty() || !invited.get().active()) {
      say(tx, visitor, visitor.text(invited.isEmpty() ? "wrong-code" : "code-inactive"));
      if (projects.of(tx, visitor.channel(), visitor.person().id()).isEmpty()) {
        questions.awaitCode(tx, visitor);
      }
      return;
    }
    Project project = invited.get();
    projects.bind(tx, visitor.channel(), visitor.person().id(), project);
    say(tx, visitor, visitor.text("bound", "project", project.name(), "client", project.client()));
    goOn(tx, visitor);
  }

  private void goOn(Tx tx, Visitor visitor) throws Exception {
    Optional<Ticket> open = tickets.openOf(tx, visitor.channel(), visitor.person().id());
    if (open.isPresent()) {
      say(tx, visitor, visitor.text("already-open", "number", "%04d".formatted(open.get().number())));
    } else {
      questions.askCategory(tx, visitor);
    }
  }

  private void say(Tx tx, Visitor visitor, String text) throws Exception {
    deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(text)));
  }
}
