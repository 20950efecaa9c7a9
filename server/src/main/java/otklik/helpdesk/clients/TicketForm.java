package otklik.helpdesk.clients;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.helpdesk.clocks.ResponseEstimate;
import otklik.helpdesk.projects.InviteCode;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.DeskStep;
import otklik.helpdesk.tickets.DeskStep.Attaching;
import otklik.helpdesk.tickets.DeskStep.AwaitingCode;
import otklik.helpdesk.tickets.DeskStep.ChoosingCategory;
import otklik.helpdesk.tickets.DeskStep.Describing;
import otklik.helpdesk.tickets.DeskStep.HowUrgent;
import otklik.helpdesk.tickets.DeskStep.NamingCompany;
import otklik.helpdesk.tickets.TicketLifecycle;
import otklik.helpdesk.tickets.WorkImpact;
import otklik.kernel.MessageId;
import otklik.talk.Order;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.TalkButton;
import otklik.tickets.Ticket;

/// The form that opens a ticket. Whatever a person writes on the way is kept and becomes part of the ticket, also where
/// a button was expected. Nobody waits for a button that somebody in trouble forgot to press: the ticket opens with
/// what there is.
@Component
final class TicketForm implements DeskPart, Form, WordsHandler {
  /// A question of longer ago may be out of their sight.
  private static final Duration IN_SIGHT = Duration.ofMinutes(10);

  private final Forms forms;
  private final Entrance entrance;
  private final InviteCheck inviteCheck;
  private final Projects projects;
  private final TicketOpening ticketOpening;
  private final Steps steps;

  TicketForm(Forms forms, Entrance entrance, InviteCheck inviteCheck, Projects projects, TicketOpening ticketOpening) {
    this.forms = forms;
    this.entrance = entrance;
    this.inviteCheck = inviteCheck;
    this.projects = projects;
    this.ticketOpening = ticketOpening;
    steps = forms.declare(this);
    steps.at(AwaitingCode.class)
        .asks((visitor, _) -> visitor.says(visitor.text("ask-code"), codeOrNot(visitor)))
        .pressed(DeskButton.ENTER_CODE, (pressing, step) -> Next.done(() -> forms.ask(pressing.visitor(), step,
            NewDelivery.words(pressing.visitor().says(pressing.visitor().text("send-code"), List.of(List.of(
                noCode(pressing.visitor()), cancel(pressing.visitor()))))))))
        .pressed(DeskButton.NO_CODE, (_, step) -> Next.to(new NamingCompany(step.written())))
        .heard(this::perhapsCode)
        // Who isn't known isn't brought to anybody unasked.
        .waits(TicketForm::onceWritten, (visitor, step) -> Next.done(() -> forms.ask(visitor, step)));
    steps.at(ChoosingCategory.class)
        .asks((visitor, _) -> visitor.says(visitor.text("greeting"), categories(visitor)))
        .pressed(DeskButton.CATEGORY, TicketForm::categoryChosen)
        .waits(TicketForm::onceWritten, (visitor, step) -> asItIs(visitor, lastCategory(visitor), step.written()));
    steps.at(HowUrgent.class)
        .asks((visitor, step) -> visitor.says(chosen(visitor, title(visitor, step.category()))
            + visitor.text("urgent.how-much"), impacts(visitor)))
        .pressed(DeskButton.URGENCY, TicketForm::urgencyChosen)
        .waits(TicketForm::onceWritten, (visitor, step) -> asItIs(visitor, step.category(), step.written()));
    steps.at(Describing.class)
        .heard(answer -> Next.to(new Attaching(answer.step().category(), answer.step().blocking(),
            answer.step().with(forms.keep(answer)).written())));
    steps.at(Attaching.class)
        .asks((visitor, _) -> attach(visitor, ""))
        .heard(answer -> Next.stay(answer.step().with(forms.keep(answer))))
        .pressed(DeskButton.ATTACHED, (pressing, step) -> opened(pressing.visitor(), step))
        .waits(TicketForm::timeout, (visitor, step) -> opened(visitor, "attach.timed-out", step));
  }

  @Override
  public Steps steps() {
    return steps;
  }

  static Duration timeout(Visitor visitor, DeskStep step) {
    return HelpdeskSettings.of(visitor.channel()).timeouts().attachments();
  }

  /// Something is told that nobody sees before a button is pressed.
  static @Nullable Duration onceWritten(Visitor visitor, DeskStep step) {
    return step.written().isEmpty() ? null : timeout(visitor, step);
  }

  @Override
  public Order order() {
    return Order.FORM;
  }

  @Override
  public boolean takes(PersonWords words) throws Exception {
    if (!forms.said(words.visitor(), words.said(), words.shown())) {
      firstWords(words.visitor(), words.said(), words.shown());
    }
    return true;
  }

  /// Nobody asked yet: a code is tried, anything else is what they came to say.
  private void firstWords(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    if (isFirstCode(visitor, said.content())) {
      entrance.tryCode(visitor, ((Content.Text) said.content()).text());
    } else {
      begin(visitor, List.of(forms.keep(visitor, said, shown)));
    }
  }

  /// Somebody who belongs to no project yet writes a code.
  boolean isFirstCode(Visitor visitor, Content content) {
    return projects.of(visitor.turn(), visitor.person().id()).isEmpty() && inviteCheck.isCode(visitor, content);
  }

  /// From the first question on; what was written already will be part of the ticket.
  void begin(Visitor visitor, List<MessageId> written) throws Exception {
    boolean known = projects.of(visitor.turn(), visitor.person().id()).isPresent();
    forms.go(visitor, known ? new ChoosingCategory(written) : new AwaitingCode(written));
  }

  /// What looks like a code is tried as one; anything else is what the person came to say.
  private Next perhapsCode(Answer<AwaitingCode> answer) throws Exception {
    Visitor visitor = answer.visitor();
    AwaitingCode step = answer.step();
    if (answer.content() instanceof Content.Text text) {
      if (text.text().strip().equalsIgnoreCase(visitor.text("button.no-code"))) {
        return Next.to(new NamingCompany(step.written()));
      }
      Optional<InviteCode> code = InviteCheck.typed(visitor, text.text());
      if (code.isPresent() && (!code.get().mayBeWords() || inviteCheck.isCode(visitor, text))) {
        return Next.done(() -> entrance.tryCode(visitor, text.text()));
      }
    }
    boolean unasked = step.written().isEmpty() || forms.since(visitor)
        .filter(since -> since.plus(IN_SIGHT).isBefore(visitor.turn().now())).isPresent();
    AwaitingCode more = step.with(forms.keep(answer));
    return unasked ? Next.to(more) : Next.stay(more);
  }

  private static Next categoryChosen(Pressing pressing, ChoosingCategory step) {
    Visitor visitor = pressing.visitor();
    String id = pressing.press().detail();
    Optional<HelpdeskSettings.Category> category = HelpdeskSettings.of(visitor.channel()).category(id);
    if (category.isEmpty()) {
      return Next.elsewhere();
    }
    return category.get().urgent() ? Next.to(new HowUrgent(id, step.written()))
        : describe(visitor, title(visitor, id), new Describing(id, null, step.written()));
  }

  private static Next urgencyChosen(Pressing pressing, HowUrgent step) {
    Visitor visitor = pressing.visitor();
    for (WorkImpact impact : WorkImpact.values()) {
      if (impact.name().equals(pressing.press().detail())) {
        return describe(visitor, visitor.text(impact.text()),
            new Describing(step.category(), impact, step.written()));
      }
    }
    return Next.elsewhere();
  }

  /// Whoever has told their trouble already isn't asked for it again.
  ///
  /// @param choice what was chosen last, shown so that it can be read again when the buttons are gone
  private static Next describe(Visitor visitor, String choice, Describing step) {
    if (!step.written().isEmpty()) {
      return Next.to(new Attaching(step.category(), step.blocking(), step.written()),
          attach(visitor, chosen(visitor, choice)));
    }
    return Next.to(step, visitor.says(
        chosen(visitor, choice) + visitor.text(step.blocking() == null ? "describe" : "urgent.describe"),
        List.of(List.of(cancel(visitor)))));
  }

  private static Call attach(Visitor visitor, String before) {
    return visitor.says(before + visitor.text("attach"), List.of(
        List.of(visitor.button("button.skip", Press.of(DeskButton.ATTACHED).data()),
            visitor.button("button.done", Press.of(DeskButton.ATTACHED).data())),
        List.of(cancel(visitor))));
  }

  private Next asItIs(Visitor visitor, String category, List<MessageId> written) throws Exception {
    return opened(visitor, "form.timed-out", new Attaching(category, null, written));
  }

  private Next opened(Visitor visitor, String why, Attaching step) throws Exception {
    forms.say(visitor, visitor.text(why));
    return opened(visitor, step);
  }

  private Next opened(Visitor visitor, Attaching step) throws Exception {
    Project project = projects.of(visitor.turn(), visitor.person().id()).orElse(null);
    if (project == null) {
      return Next.to(new AwaitingCode(step.written()));
    }
    boolean urgent = HelpdeskSettings.of(visitor.channel()).category(step.category())
        .map(HelpdeskSettings.Category::urgent).orElse(false);
    Ticket ticket = ticketOpening.open(visitor, project, urgent, step);
    forms.say(visitor, accepted(visitor, ticket) + ResponseEstimate.of(visitor.channel(), visitor.language(), urgent,
        visitor.turn().now()));
    return Next.end();
  }

  static String accepted(Visitor visitor, Ticket ticket) {
    return visitor.text("accepted", "number", TicketLifecycle.number(ticket)) + " ";
  }

  static List<List<Button>> codeOrNot(Visitor visitor) {
    return List.of(List.of(visitor.button("button.enter-code", Press.of(DeskButton.ENTER_CODE).data()),
        noCode(visitor)));
  }

  private static Button noCode(Visitor visitor) {
    return visitor.button("button.no-code", Press.of(DeskButton.NO_CODE).data());
  }

  static Button cancel(Visitor visitor) {
    return visitor.button("button.cancel", Press.of(TalkButton.CANCEL).data());
  }

  private static List<List<Button>> categories(Visitor visitor) {
    List<List<Button>> menu = new ArrayList<>();
    for (HelpdeskSettings.Category category : HelpdeskSettings.of(visitor.channel()).categories()) {
      menu.add(List.of(new Button(title(visitor, category), new Press(DeskButton.CATEGORY, category.id()).data())));
    }
    return menu;
  }

  private static List<List<Button>> impacts(Visitor visitor) {
    List<List<Button>> choices = new ArrayList<>();
    for (WorkImpact impact : WorkImpact.values()) {
      choices.add(List.of(visitor.button(impact.text(), new Press(DeskButton.URGENCY, impact.name()).data())));
    }
    return choices;
  }

  /// The one for everything else stands last.
  private static String lastCategory(Visitor visitor) {
    return HelpdeskSettings.of(visitor.channel()).categories().getLast().id();
  }

  private static String title(Visitor visitor, String category) {
    return HelpdeskSettings.of(visitor.channel()).category(category).map(found -> title(visitor, found))
        .orElse(category);
  }

  private static String title(Visitor visitor, HelpdeskSettings.Category category) {
    return category.title(visitor.language(), visitor.channel().texts());
  }

  private static String chosen(Visitor visitor, String choice) {
    return visitor.text("chosen", "choice", choice) + "\n\n";
  }
}
