package otklik.helpdesk;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// How people come in: with the invite code of a project, from a link or by hand.
@Component
final class Entrance implements PersonCommand {
  private final Projects projects;
  private final Invites invites;
  private final Doorkeeper doorkeeper;
  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final Moving moving;
  private final Questions questions;
  private final Deliveries deliveries;
  private final InstantSource clock;

  Entrance(Projects projects, Invites invites, Doorkeeper doorkeeper, Tickets tickets, DeskTickets deskTickets,
      Moving moving, Questions questions, Deliveries deliveries, InstantSource clock) {
    this.projects = projects;
    this.invites = invites;
    this.doorkeeper = doorkeeper;
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.moving = moving;
    this.questions = questions;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "start";
  }

  /// A link carries one word; a code may be typed with spaces.
  @Override
  public boolean takes(String rest) {
    return rest.chars().noneMatch(Character::isWhitespace) || InviteCode.in(rest).isPresent();
  }

  /// `/start`, with or without a code.
  @Override
  public void obey(Tx tx, Visitor visitor, String code) throws Exception {
    if (!code.isEmpty()) {
      tryCode(tx, visitor, code);
    } else {
      goOn(tx, visitor);
    }
  }

  /// The same where words are expected: what may be words isn't even looked up.
  boolean isSurelyCode(Tx tx, Visitor visitor, Content content) {
    return content instanceof Content.Text text
        && InviteCode.in(text.text()).filter(code -> !code.mayBeWords()).isPresent() && isCode(tx, visitor, content);
  }

  /// Whether a message names a code that exists. Asking costs a guess when it doesn't; whoever has none left is told
  /// nothing.
  boolean isCode(Tx tx, Visitor visitor, Content content) {
    Optional<InviteCode> typed = content instanceof Content.Text text ? InviteCode.in(text.text()) : Optional.empty();
    if (typed.isEmpty() || !doorkeeper.letsGuess(tx, visitor)) {
      return false;
    }
    boolean known = invites.meant(tx, visitor.channel(), typed.get()).isPresent();
    if (!known) {
      doorkeeper.wrongGuess(tx, visitor);
    }
    return known;
  }

  void tryCode(Tx tx, Visitor visitor, String text) throws Exception {
    if (!doorkeeper.letsGuess(tx, visitor)) {
      refuse(tx, visitor, "too-many-guesses");
      return;
    }
    Optional<Invite> invite = InviteCode.in(text).flatMap(code -> invites.meant(tx, visitor.channel(), code));
    if (invite.isEmpty()) {
      doorkeeper.wrongGuess(tx, visitor);
      refuse(tx, visitor, "wrong-code");
      return;
    }
    Project project = projects.find(tx, visitor.channel(), invite.get().project()).orElseThrow();
    Invite.State state = admission(tx, visitor, invite.get(), project);
    if (state == Invite.State.GOOD) {
      bind(tx, visitor, project);
    } else {
      doorkeeper.wrongGuess(tx, visitor);
      refuse(tx, visitor, state.text());
    }
  }

  /// Whoever belongs to the project already needs no code any more, and uses none up.
  private Invite.State admission(Tx tx, Visitor visitor, Invite invite, Project project) {
    Channel channel = visitor.channel();
    if (!project.active()) {
      return Invite.State.OFF;
    }
    if (projects.allOf(tx, channel, visitor.person().id()).contains(project) || invites.use(tx, channel, invite)) {
      return Invite.State.GOOD;
    }
    Invite.State why = invite.state(clock.instant());
    return why == Invite.State.GOOD ? Invite.State.USED_UP : why;
  }

  private void refuse(Tx tx, Visitor visitor, String text) throws Exception {
    boolean bound = projects.of(tx, visitor.channel(), visitor.person().id()).isPresent();
    if (bound || tickets.openOf(tx, visitor.channel(), visitor.person().id()).isPresent()) {
      say(tx, visitor, visitor.text(text));
    } else if (questions.current(tx, visitor).orElse(null) instanceof DeskStep.AwaitingCode) {
      questions.ask(tx, visitor, visitor.text(text), Questions.codeOrNot(visitor));
    } else {
      say(tx, visitor, visitor.text(text));
      questions.askCode(tx, visitor);
    }
  }

  private void bind(Tx tx, Visitor visitor, Project project) throws Exception {
    Channel channel = visitor.channel();
    projects.bind(tx, channel, visitor.person().id(), project);
    say(tx, visitor, visitor.text("bound", "project", project.name(), "client", project.client()));
    Optional<Ticket> open = tickets.openOf(tx, channel, visitor.person().id());
    if (open.isPresent() && open.get().sharesRoom()) {
      moving.toProject(tx, channel, open.get(), project, null);
    }
    goOn(tx, visitor);
  }

  private void goOn(Tx tx, Visitor visitor) throws Exception {
    Channel channel = visitor.channel();
    Optional<Project> project = projects.of(tx, channel, visitor.person().id());
    Optional<Ticket> open = tickets.openOf(tx, channel, visitor.person().id());
    if (open.isPresent()) {
      say(tx, visitor, alreadyOpen(tx, visitor, open.get(), project));
    } else if (project.isPresent()) {
      questions.askCategory(tx, visitor);
    } else {
      questions.askCode(tx, visitor);
    }
  }

  /// An open ticket stays with the project it was opened for, whichever the person has chosen since.
  String alreadyOpen(Tx tx, Visitor visitor, Ticket open, Optional<Project> chosen) {
    String number = "%04d".formatted(open.number());
    Long itsProject = deskTickets.of(tx, visitor.channel(), open.id()).project();
    if (itsProject == null || chosen.isEmpty() || chosen.get().id() == itsProject) {
      return visitor.text("already-open", "number", number);
    }
    Project its = projects.find(tx, visitor.channel(), itsProject).orElseThrow();
    return visitor.text("open-stays", "number", number, "project", its.name(), "chosen", chosen.get().name());
  }

  private void say(Tx tx, Visitor visitor, String text) throws Exception {
    deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(text)));
  }
}
