package otklik.helpdesk.clients;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
import otklik.helpdesk.cards.MoveToProject;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskStep;
import otklik.helpdesk.tickets.DeskStep.AwaitingCode;
import otklik.helpdesk.tickets.DeskStep.ChoosingCategory;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.kernel.MessageId;
import otklik.people.Actor;
import otklik.talk.Order;
import otklik.talk.PersonCommand;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// How people come in: with the invite code of a project, from a link or by hand.
@Component
final class Entrance implements DeskPart, PersonCommand, WordsHandler {
  private final InviteCheck inviteCheck;
  private final Projects projects;
  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final MoveToProject moveToProject;
  private final Forms forms;

  Entrance(InviteCheck inviteCheck, Projects projects, Tickets tickets, DeskTickets deskTickets,
      MoveToProject moveToProject, Forms forms) {
    this.inviteCheck = inviteCheck;
    this.projects = projects;
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.moveToProject = moveToProject;
    this.forms = forms;
  }

  @Override
  public String name() {
    return "start";
  }

  /// A link carries one word; a code may be typed with spaces.
  @Override
  public boolean takes(Visitor visitor, String rest) {
    return rest.chars().noneMatch(Character::isWhitespace) || InviteCheck.typed(visitor, rest).isPresent();
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

  @Override
  public Order order() {
    return Order.CODE;
  }

  /// Whoever wrote without a code brings it now.
  @Override
  public boolean takes(PersonWords words) throws Exception {
    if (words.open() == null || !words.open().sharesRoom()
        || !inviteCheck.isSurelyCode(words.visitor(), words.said().content())) {
      return false;
    }
    tryCode(words.visitor(), ((Content.Text) words.said().content()).text());
    return true;
  }

  void tryCode(Visitor visitor, String text) throws Exception {
    switch (inviteCheck.tried(visitor, text)) {
      case InviteCheck.Tried.LetIn(var project) -> bind(visitor, project);
      case InviteCheck.Tried.Refused(var why) -> refuse(visitor, why);
    }
  }

  private void refuse(Visitor visitor, String text) throws Exception {
    boolean bound = projects.of(visitor.turn(), visitor.person().id()).isPresent();
    if (bound || tickets.openOf(visitor.turn(), visitor.person().id()).isPresent()) {
      forms.say(visitor, visitor.text(text));
      return;
    }
    AwaitingCode step = forms.at(visitor, AwaitingCode.class).orElse(null);
    if (step != null) {
      forms.ask(visitor, step, NewDelivery.words(visitor.says(visitor.text(text), TicketForm.codeOrNot(visitor))));
    } else {
      forms.say(visitor, visitor.text(text));
      forms.go(visitor, new AwaitingCode(written(visitor)));
    }
  }

  private void bind(Visitor visitor, Project project) throws Exception {
    Turn turn = visitor.turn();
    projects.bind(turn, visitor.person().id(), project);
    forms.say(visitor, visitor.text("bound", "project", project.name(), "client", project.client()));
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
      forms.say(visitor, alreadyOpen(visitor, open.get(), project));
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
}
