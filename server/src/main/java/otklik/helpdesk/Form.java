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
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.turns.Turn;

/// The form that opens a ticket. Whatever a person writes on the way is kept and becomes part of the ticket, also
/// where a button was expected.
@Component
final class Form implements DeskPart, PersonButton, Alarm {
  private final Questions questions;
  private final Entrance entrance;
  private final TriageForm triageForm;
  private final Projects projects;
  private final Opening opening;
  private final Marks marks;
  private final People people;
  private final Relay relay;

  Form(Questions questions, Entrance entrance, TriageForm triageForm, Projects projects, Opening opening, Marks marks,
      People people, Relay relay) {
    this.questions = questions;
    this.entrance = entrance;
    this.triageForm = triageForm;
    this.projects = projects;
    this.opening = opening;
    this.marks = marks;
    this.people = people;
    this.relay = relay;
  }

  void said(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    DeskStep step = questions.current(visitor).orElse(null);
    switch (step) {
      case null -> firstWords(visitor, said, shown);
      case DeskStep.AwaitingCode waiting -> perhapsCode(visitor, waiting, said, shown);
      case DeskStep.ChoosingCategory choosing -> insteadOfPress(visitor, choosing, said, shown);
      case DeskStep.HowUrgent choosing -> insteadOfPress(visitor, choosing, said, shown);
      case DeskStep.Describing(var category, var blocking, _) -> questions.askAttachments(visitor, "",
          new DeskStep.Attaching(category, blocking, step.with(kept(visitor, said, shown)).written()));
      case DeskStep.Attaching attaching ->
          questions.go(visitor, attaching.with(kept(visitor, said, shown)));
      case DeskStep.Returning returning -> insteadOfPress(visitor, returning, said, shown);
      case DeskStep.NamingCompany naming -> triageForm.companyNamed(visitor, naming, said, shown);
      case DeskStep.GivingContact giving -> triageForm.contactGiven(visitor, giving, said, shown);
      case DeskStep.TellingTrouble telling -> triageForm.troubleTold(visitor, telling, said, shown);
      case DeskStep.Commenting commenting when Remark.isOne(said) ->
          marks.commented(visitor, commenting, said, shown);
      case DeskStep.Commenting _ -> {
        marks.end(visitor);
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
      questions.go(visitor, new DeskStep.ChoosingCategory(written));
      questions.askCategory(visitor);
    } else {
      questions.go(visitor, new DeskStep.AwaitingCode(written));
      questions.askCode(visitor);
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
    boolean unasked = waiting.written().isEmpty() || questions.isLongAgo(visitor);
    questions.go(visitor, waiting.with(kept(visitor, said, shown)));
    if (unasked) {
      questions.askCode(visitor);
    }
  }

  private void insteadOfPress(Visitor visitor, DeskStep step, Incoming.Said said, Content shown) throws Exception {
    boolean first = step.written().isEmpty();
    questions.go(visitor, step.with(kept(visitor, said, shown)));
    if (first) {
      questions.say(visitor, visitor.text("press-button"), List.of());
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
    DeskStep step = questions.current(visitor).orElse(null);
    if (press.kind() == DeskButton.CANCEL && step != null) {
      cancel(visitor);
      return true;
    }
    if (press.kind() == DeskButton.CATEGORY && step instanceof DeskStep.ChoosingCategory choosing) {
      return categoryChosen(visitor, choosing, press.detail());
    }
    if (press.kind() == DeskButton.URGENCY && step instanceof DeskStep.HowUrgent urgent) {
      for (Blocking blocking : Blocking.values()) {
        if (blocking.name().equals(press.detail())) {
          questions.askDescription(visitor, visitor.text(blocking.text()), urgent.category(), blocking,
              urgent.written());
          return true;
        }
      }
    }
    if (press.kind() == DeskButton.ATTACHED && step instanceof DeskStep.Attaching attaching) {
      opening.open(visitor, attaching);
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
      questions.askUrgency(visitor, category.get(), choosing.written());
    } else {
      questions.askDescription(visitor, Questions.title(visitor, category.get()), id, null, choosing.written());
    }
    return true;
  }

  void cancel(Visitor visitor) throws Exception {
    boolean going = questions.current(visitor).isPresent();
    questions.end(visitor);
    questions.say(visitor, visitor.text(going ? "cancelled" : "nothing-to-cancel"), List.of());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Questions.ATTACHMENTS);
  }

  /// Nobody waits for a button that somebody in trouble forgot to press: the ticket opens with what there is.
  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    PersonId person = new PersonId(Long.parseLong(timer.data()));
    Visitor visitor = Visitor.of(turn, people.find(turn, person).orElseThrow(),
        timer.subject());
    switch (questions.current(visitor).orElse(null)) {
      case DeskStep.Attaching attaching -> {
        questions.say(visitor, visitor.text("attach.timed-out"), List.of());
        opening.open(visitor, attaching);
      }
      case DeskStep.AwaitingCode _ -> questions.askCodeAgain(visitor); // who isn't known isn't brought to anybody unasked
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
    questions.say(visitor, visitor.text("form.timed-out"), List.of());
    opening.open(visitor, new DeskStep.Attaching(category, null, written));
  }

  /// The one for everything else stands last.
  private static String lastCategory(Visitor visitor) {
    return Helpdesk.settings(visitor.channel()).categories().getLast().id();
  }
}
