package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// The form that opens a ticket. Whatever a person writes on the way is kept and becomes part of the ticket, also
/// where a button was expected.
@Component
final class TicketForm implements DeskPart, PersonButton, TimerHandler {
  private final FormQuestions formQuestions;
  private final Entrance entrance;
  private final TriageForm triageForm;
  private final Projects projects;
  private final TicketOpening ticketOpening;
  private final RatingPrompt ratingPrompt;
  private final People people;
  private final Relay relay;

  TicketForm(FormQuestions formQuestions, Entrance entrance, TriageForm triageForm, Projects projects,
      TicketOpening ticketOpening, RatingPrompt ratingPrompt, People people, Relay relay) {
    this.formQuestions = formQuestions;
    this.entrance = entrance;
    this.triageForm = triageForm;
    this.projects = projects;
    this.ticketOpening = ticketOpening;
    this.ratingPrompt = ratingPrompt;
    this.people = people;
    this.relay = relay;
  }

  void said(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    DeskStep step = formQuestions.current(visitor).orElse(null);
    switch (step) {
      case null -> firstWords(visitor, said, shown);
      case DeskStep.AwaitingCode waiting -> perhapsCode(visitor, waiting, said, shown);
      case DeskStep.ChoosingCategory choosing -> insteadOfPress(visitor, choosing, said, shown);
      case DeskStep.HowUrgent choosing -> insteadOfPress(visitor, choosing, said, shown);
      case DeskStep.Describing(var category, var blocking, _) -> formQuestions.askAttachments(visitor, "",
          new DeskStep.Attaching(category, blocking, step.with(kept(visitor, said, shown)).written()));
      case DeskStep.Attaching attaching ->
          formQuestions.go(visitor, attaching.with(kept(visitor, said, shown)));
      case DeskStep.Returning returning -> insteadOfPress(visitor, returning, said, shown);
      case DeskStep.NamingCompany naming -> triageForm.companyNamed(visitor, naming, said, shown);
      case DeskStep.GivingContact giving -> triageForm.contactGiven(visitor, giving, said, shown);
      case DeskStep.TellingTrouble telling -> triageForm.troubleTold(visitor, telling, said, shown);
      case DeskStep.Commenting commenting when Remark.isOne(said) ->
          ratingPrompt.commented(visitor, commenting, said, shown);
      case DeskStep.Commenting _ -> {
        ratingPrompt.end(visitor);
        firstWords(visitor, said, shown);
      }
    }
  }

  private void firstWords(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    if (isFirstCode(visitor, said.content())) {
      entrance.tryCode(visitor, ((Content.Text) said.content()).text());
      return;
    }
    begin(visitor, List.of(kept(visitor, said, shown)));
  }

  /// Somebody who belongs to no project yet writes a code.
  boolean isFirstCode(Visitor visitor, Content content) {
    return projects.of(visitor.turn(), visitor.person().id()).isEmpty()
        && entrance.isCode(visitor, content);
  }

  /// From the first question on; what was written already will be part of the ticket.
  void begin(Visitor visitor, List<MessageId> written) throws Exception {
    if (projects.of(visitor.turn(), visitor.person().id()).isPresent()) {
      formQuestions.go(visitor, new DeskStep.ChoosingCategory(written));
      formQuestions.askCategory(visitor);
    } else {
      formQuestions.go(visitor, new DeskStep.AwaitingCode(written));
      formQuestions.askCode(visitor);
    }
  }

  /// What looks like a code is tried as one; anything else is what the person came to say.
  private void perhapsCode(Visitor visitor, DeskStep.AwaitingCode waiting, Incoming.Said said, Content shown)
      throws Exception {
    if (said.content() instanceof Content.Text text) {
      if (text.text().strip().equalsIgnoreCase(visitor.text("button.no-code"))) {
        triageForm.begin(visitor, waiting.written());
        return;
      }
      Optional<InviteCode> code = InviteCode.in(text.text());
      if (code.isPresent() && (!code.get().mayBeWords() || entrance.isCode(visitor, said.content()))) {
        entrance.tryCode(visitor, text.text());
        return;
      }
    }
    boolean unasked = waiting.written().isEmpty() || formQuestions.isLongAgo(visitor);
    formQuestions.go(visitor, waiting.with(kept(visitor, said, shown)));
    if (unasked) {
      formQuestions.askCode(visitor);
    }
  }

  private void insteadOfPress(Visitor visitor, DeskStep step, Incoming.Said said, Content shown) throws Exception {
    boolean first = step.written().isEmpty();
    formQuestions.go(visitor, step.with(kept(visitor, said, shown)));
    if (first) {
      formQuestions.say(visitor, visitor.text("press-button"), List.of());
    }
  }

  MessageId kept(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    return relay.keep(visitor.turn(), null, Direction.IN, said, shown);
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.CATEGORY, DeskButton.URGENCY, DeskButton.ATTACHED, DeskButton.CANCEL);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    return Response.done(isDone(pressing.visitor(), pressing.press()));
  }

  private boolean isDone(Visitor visitor, Press press) throws Exception {
    DeskStep step = formQuestions.current(visitor).orElse(null);
    if (press.kind() == DeskButton.CANCEL && step != null) {
      cancel(visitor);
      return true;
    }
    if (press.kind() == DeskButton.CATEGORY && step instanceof DeskStep.ChoosingCategory choosing) {
      return categoryChosen(visitor, choosing, press.detail());
    }
    if (press.kind() == DeskButton.URGENCY && step instanceof DeskStep.HowUrgent urgent) {
      for (WorkImpact blocking : WorkImpact.values()) {
        if (blocking.name().equals(press.detail())) {
          formQuestions.askDescription(visitor, visitor.text(blocking.text()), urgent.category(), blocking,
              urgent.written());
          return true;
        }
      }
    }
    if (press.kind() == DeskButton.ATTACHED && step instanceof DeskStep.Attaching attaching) {
      ticketOpening.open(visitor, attaching);
      return true;
    }
    return false;
  }

  private boolean categoryChosen(Visitor visitor, DeskStep.ChoosingCategory choosing, String id) throws Exception {
    Optional<HelpdeskSettings.Category> category = Helpdesk.settings(visitor.channel()).category(id);
    if (category.isEmpty()) {
      return false;
    }
    if (category.get().urgent()) {
      formQuestions.askUrgency(visitor, category.get(), choosing.written());
    } else {
      formQuestions.askDescription(visitor, FormQuestions.title(visitor, category.get()), id, null, choosing.written());
    }
    return true;
  }

  void cancel(Visitor visitor) throws Exception {
    boolean going = formQuestions.current(visitor).isPresent();
    formQuestions.end(visitor);
    formQuestions.say(visitor, visitor.text(going ? "cancelled" : "nothing-to-cancel"), List.of());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(FormQuestions.ATTACHMENTS);
  }

  /// Nobody waits for a button that somebody in trouble forgot to press: the ticket opens with what there is.
  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    PersonId person = new PersonId(Long.parseLong(timer.data()));
    Visitor visitor = Visitor.of(turn, people.find(turn, person).orElseThrow(),
        timer.subject());
    switch (formQuestions.current(visitor).orElse(null)) {
      case DeskStep.Attaching attaching -> {
        formQuestions.say(visitor, visitor.text("attach.timed-out"), List.of());
        ticketOpening.open(visitor, attaching);
      }
      case DeskStep.AwaitingCode _ -> formQuestions.askCodeAgain(visitor); // who isn't known isn't brought to anybody unasked
      case DeskStep.ChoosingCategory(var written) -> asItIs(visitor, lastCategory(visitor), written);
      case DeskStep.HowUrgent(var category, var written) -> asItIs(visitor, category, written);
      case DeskStep.NamingCompany(var written) -> triageForm.open(visitor, null, written);
      case DeskStep.GivingContact(var company, var written) -> triageForm.open(visitor, company, written);
      case null, default -> {
        // They have gone on.
      }
    }
  }

  private void asItIs(Visitor visitor, String category, List<MessageId> written) throws Exception {
    formQuestions.say(visitor, visitor.text("form.timed-out"), List.of());
    ticketOpening.open(visitor, new DeskStep.Attaching(category, null, written));
  }

  /// The one for everything else stands last.
  private static String lastCategory(Visitor visitor) {
    return Helpdesk.settings(visitor.channel()).categories().getLast().id();
  }
}
