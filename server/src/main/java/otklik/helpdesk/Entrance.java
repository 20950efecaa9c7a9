package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
import otklik.helpdesk.DeskStep.AwaitingCode;
import otklik.helpdesk.DeskStep.ChoosingCategory;
import otklik.kernel.MessageId;
import otklik.people.Actor;
import otklik.talk.PersonCommand;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// How people come in: with the invite code of a project, from a link or by hand.
@Component
final class Entrance implements DeskPart, PersonCommand {
  private final Projects projects;
  private final Invites invites;
  private final StrangerAdmission strangerAdmission;
  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final MoveToProject moveToProject;
  private final Forms forms;
  private final Deliveries deliveries;

  Entrance(Projects projects, Invites invites, StrangerAdmission strangerAdmission, Tickets tickets,
      DeskTickets deskTickets, MoveToProject moveToProject, Forms forms, Deliveries deliveries) {
    this.projects = projects;
    this.invites = invites;
    this.strangerAdmission = strangerAdmission;
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.moveToProject = moveToProject;
    this.forms = forms;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "start";
  }

  /// A link carries one word; a code may be typed with spaces.
  @Override
  public boolean takes(Visitor visitor, String rest) {
    return rest.chars().noneMatch(Character::isWhitespace) || typed(visitor, rest).isPresent();
  }

  /// `/start`, with or without a code.
  @Override
  public void obey(Visitor visitor, String code) throws Exception {
    if (!code.isEmpty()) {
      tryCode(visitor, code);
    } else {
      goOn(visitor);
    }
  }

  private static Optional<InviteCode> typed(Visitor visitor, String text) {
    return InviteCode.in(text, visitor.channel().messenger().links());
  }

  /// The same where words are expected: what may be words isn't even looked up.
  boolean isSurelyCode(Visitor visitor, Content content) {
    return content instanceof Content.Text text
        && typed(visitor, text.text()).filter(code -> !code.mayBeWords()).isPresent() && isCode(visitor, content);
  }

  /// Whether a message names a code that exists. Asking costs a guess when it doesn't; whoever has none left is told
  /// nothing.
  boolean isCode(Visitor visitor, Content content) {
    Optional<InviteCode> typed = content instanceof Content.Text text ? typed(visitor, text.text()) : Optional.empty();
    if (typed.isEmpty() || !strangerAdmission.letsGuess(visitor)) {
      return false;
    }
    boolean known = invites.meant(visitor.turn(), typed.get()).isPresent();
    if (!known) {
      strangerAdmission.wrongGuess(visitor);
    }
    return known;
  }

  void tryCode(Visitor visitor, String text) throws Exception {
    if (!strangerAdmission.letsGuess(visitor)) {
      refuse(visitor, "too-many-guesses");
      return;
    }
    Optional<Invite> invite = typed(visitor, text).flatMap(code -> invites.meant(visitor.turn(), code));
    if (invite.isEmpty()) {
      strangerAdmission.wrongGuess(visitor);
      refuse(visitor, "wrong-code");
      return;
    }
    Project project = projects.find(visitor.turn(), invite.get().project()).orElseThrow();
    Invite.State state = admission(visitor, invite.get(), project);
    if (state == Invite.State.GOOD) {
      bind(visitor, project);
    } else {
      strangerAdmission.wrongGuess(visitor);
      refuse(visitor, state.text());
    }
  }

  /// Whoever belongs to the project already needs no code any more, and uses none up.
  private Invite.State admission(Visitor visitor, Invite invite, Project project) {
    Turn turn = visitor.turn();
    if (!project.active()) {
      return Invite.State.OFF;
    }
    if (projects.allOf(turn, visitor.person().id()).contains(project) || invites.use(turn, invite)) {
      return Invite.State.GOOD;
    }
    Invite.State why = invite.state(turn.now());
    return why == Invite.State.GOOD ? Invite.State.USED_UP : why;
  }

  private void refuse(Visitor visitor, String text) throws Exception {
    boolean bound = projects.of(visitor.turn(), visitor.person().id()).isPresent();
    if (bound || tickets.openOf(visitor.turn(), visitor.person().id()).isPresent()) {
      say(visitor, visitor.text(text));
      return;
    }
    AwaitingCode step = forms.at(visitor, AwaitingCode.class).orElse(null);
    if (step != null) {
      forms.ask(visitor, step, NewDelivery.words(visitor.says(visitor.text(text), TicketForm.codeOrNot(visitor))));
    } else {
      say(visitor, visitor.text(text));
      forms.go(visitor, new AwaitingCode(written(visitor)));
    }
  }

  private void bind(Visitor visitor, Project project) throws Exception {
    Turn turn = visitor.turn();
    projects.bind(turn, visitor.person().id(), project);
    say(visitor, visitor.text("bound", "project", project.name(), "client", project.client()));
    Optional<Ticket> open = tickets.openOf(turn, visitor.person().id());
    if (open.isPresent() && open.get().sharesRoom()) {
      moveToProject.toProject(turn, open.get(), project, Actor.of(visitor.person().id()));
    }
    goOn(visitor);
  }

  private void goOn(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    Optional<Project> project = projects.of(turn, visitor.person().id());
    Optional<Ticket> open = tickets.openOf(turn, visitor.person().id());
    if (open.isPresent()) {
      say(visitor, alreadyOpen(visitor, open.get(), project));
    } else if (project.isPresent()) {
      forms.go(visitor, new ChoosingCategory(written(visitor)));
    } else {
      forms.go(visitor, new AwaitingCode(written(visitor)));
    }
  }

  private List<MessageId> written(Visitor visitor) {
    return forms.at(visitor, DeskStep.class).map(DeskStep::written).orElse(List.of());
  }

  /// An open ticket stays with the project it was opened for, whichever the person has chosen since.
  String alreadyOpen(Visitor visitor, Ticket open, Optional<Project> chosen) {
    String number = "%04d".formatted(open.number());
    Long itsProject = deskTickets.of(visitor.turn(), open.id()).project();
    if (itsProject == null || chosen.isEmpty() || chosen.get().id() == itsProject) {
      return visitor.text("already-open", "number", number);
    }
    Project its = projects.find(visitor.turn(), itsProject).orElseThrow();
    return visitor.text("open-stays", "number", number, "project", its.name(), "chosen", chosen.get().name());
  }

  private void say(Visitor visitor, String text) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(text)));
  }
}
