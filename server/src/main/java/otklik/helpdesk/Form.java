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
import otklik.storage.Tx;
import otklik.timers.Alarm;
import otklik.timers.Timer;

/// The form that opens a ticket. Whatever a person writes on the way is kept and becomes part of the ticket, also
/// where a button was expected.
@Component
final class Form implements PersonButton, Alarm {
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

  void said(Tx tx, Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    DeskStep step = questions.current(tx, visitor).orElse(null);
    switch (step) {
      case null -> firstWords(tx, visitor, said, shown);
      case DeskStep.AwaitingCode waiting -> perhapsCode(tx, visitor, waiting, said, shown);
      case DeskStep.ChoosingCategory choosing -> insteadOfPress(tx, visitor, choosing, said, shown);
      case DeskStep.HowUrgent choosing -> insteadOfPress(tx, visitor, choosing, said, shown);
      case DeskStep.Describing(var category, var blocking, _) -> questions.askAttachments(tx, visitor, "",
          new DeskStep.Attaching(category, blocking, step.with(kept(tx, visitor, said, shown)).written()));
      case DeskStep.Attaching attaching ->
          questions.go(tx, visitor, attaching.with(kept(tx, visitor, said, shown)));
      case DeskStep.Returning returning -> insteadOfPress(tx, visitor, returning, said, shown);
      case DeskStep.NamingCompany naming -> triageForm.companyNamed(tx, visitor, naming, said, shown);
      case DeskStep.GivingContact giving -> triageForm.contactGiven(tx, visitor, giving, said, shown);
      case DeskStep.TellingTrouble telling -> triageForm.troubleTold(tx, visitor, telling, said, shown);
      case DeskStep.Commenting commenting when Remark.isOne(said) ->
          marks.commented(tx, visitor, commenting, said, shown);
      case DeskStep.Commenting _ -> {
        marks.end(tx, visitor);
        firstWords(tx, visitor, said, shown);
      }
    }
  }

  private void firstWords(Tx tx, Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    if (isFirstCode(tx, visitor, said.content())) {
      entrance.tryCode(tx, visitor, ((Content.Text) said.content()).text());
      return;
    }
    begin(tx, visitor, List.of(kept(tx, visitor, said, shown)));
  }

  /// Somebody who belongs to no project yet writes a code.
  boolean isFirstCode(Tx tx, Visitor visitor, Content content) {
    return projects.of(tx, visitor.channel(), visitor.person().id()).isEmpty()
        && entrance.isCode(tx, visitor, content);
  }

  /// From the first question on; what was written already will be part of the ticket.
  void begin(Tx tx, Visitor visitor, List<MessageId> written) throws Exception {
    if (projects.of(tx, visitor.channel(), visitor.person().id()).isPresent()) {
      questions.go(tx, visitor, new DeskStep.ChoosingCategory(written));
      questions.askCategory(tx, visitor);
    } else {
      questions.go(tx, visitor, new DeskStep.AwaitingCode(written));
      questions.askCode(tx, visitor);
    }
  }

  /// What looks like a code is tried as one; anything else is what the person came to say.
  private void perhapsCode(Tx tx, Visitor visitor, DeskStep.AwaitingCode waiting, Incoming.Said said, Content shown)
      throws Exception {
    if (said.content() instanceof Content.Text text) {
      if (text.text().strip().equalsIgnoreCase(visitor.text("button.no-code"))) {
        triageForm.begin(tx, visitor, waiting.written());
        return;
      }
      Optional<InviteCode> code = InviteCode.in(text.text());
      if (code.isPresent() && (!code.get().mayBeWords() || entrance.isCode(tx, visitor, said.content()))) {
        entrance.tryCode(tx, visitor, text.text());
        return;
      }
    }
    boolean unasked = waiting.written().isEmpty() || questions.isLongAgo(tx, visitor);
    questions.go(tx, visitor, waiting.with(kept(tx, visitor, said, shown)));
    if (unasked) {
      questions.askCode(tx, visitor);
    }
  }

  private void insteadOfPress(Tx tx, Visitor visitor, DeskStep step, Incoming.Said said, Content shown)
      throws Exception {
    boolean first = step.written().isEmpty();
    questions.go(tx, visitor, step.with(kept(tx, visitor, said, shown)));
    if (first) {
      questions.say(tx, visitor, visitor.text("press-button"), List.of());
    }
  }

  MessageId kept(Tx tx, Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    return relay.keep(tx, visitor.channel(), null, Direction.IN, said, shown);
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.CATEGORY, Press.Action.URGENCY, Press.Action.ATTACHED, Press.Action.CANCEL);
  }

  @Override
  public boolean pressed(Tx tx, Visitor visitor, Press press) throws Exception {
    DeskStep step = questions.current(tx, visitor).orElse(null);
    if (press.action() == Press.Action.CANCEL && step != null) {
      cancel(tx, visitor);
      return true;
    }
    if (press.action() == Press.Action.CATEGORY && step instanceof DeskStep.ChoosingCategory choosing) {
      return categoryChosen(tx, visitor, choosing, press.detail());
    }
    if (press.action() == Press.Action.URGENCY && step instanceof DeskStep.HowUrgent urgent) {
      for (Blocking blocking : Blocking.values()) {
        if (blocking.name().equals(press.detail())) {
          questions.askDescription(tx, visitor, visitor.text(blocking.text()), urgent.category(), blocking,
              urgent.written());
          return true;
        }
      }
    }
    if (press.action() == Press.Action.ATTACHED && step instanceof DeskStep.Attaching attaching) {
      opening.open(tx, visitor, attaching);
      return true;
    }
    return false;
  }

  private boolean categoryChosen(Tx tx, Visitor visitor, DeskStep.ChoosingCategory choosing, String id)
      throws Exception {
    Optional<HelpdeskSettings.Category> category = Helpdesk.settings(visitor.channel()).category(id);
    if (category.isEmpty()) {
      return false;
    }
    if (category.get().urgent()) {
      questions.askUrgency(tx, visitor, category.get(), choosing.written());
    } else {
      questions.askDescription(tx, visitor, Questions.title(visitor, category.get()), id, null, choosing.written());
    }
    return true;
  }

  void cancel(Tx tx, Visitor visitor) throws Exception {
    boolean going = questions.current(tx, visitor).isPresent();
    questions.end(tx, visitor);
    questions.say(tx, visitor, visitor.text(going ? "cancelled" : "nothing-to-cancel"), List.of());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Questions.ATTACHMENTS);
  }

  /// Nobody waits for a button that somebody in trouble forgot to press: the ticket opens with what there is.
  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    PersonId person = new PersonId(Long.parseLong(timer.data()));
    Visitor visitor = Visitor.of(timer.channel(), people.find(tx, timer.channel(), person).orElseThrow(),
        timer.subject());
    switch (questions.current(tx, visitor).orElse(null)) {
      case DeskStep.Attaching attaching -> {
        questions.say(tx, visitor, visitor.text("attach.timed-out"), List.of());
        opening.open(tx, visitor, attaching);
      }
      case DeskStep.AwaitingCode _ -> questions.askCodeAgain(tx, visitor); // who isn't known isn't brought to anybody unasked
      case DeskStep.ChoosingCategory(var written) -> asItIs(tx, visitor, lastCategory(visitor), written);
      case DeskStep.HowUrgent(var category, var written) -> asItIs(tx, visitor, category, written);
      case DeskStep.NamingCompany(var written) -> triageForm.open(tx, visitor, null, written);
      case DeskStep.GivingContact(var company, var written) -> triageForm.open(tx, visitor, company, written);
      case null, default -> {
        // They have gone on.
      }
    }
  }

  private void asItIs(Tx tx, Visitor visitor, String category, List<MessageId> written) throws Exception {
    questions.say(tx, visitor, visitor.text("form.timed-out"), List.of());
    opening.open(tx, visitor, new DeskStep.Attaching(category, null, written));
  }

  /// The one for everything else stands last.
  private static String lastCategory(Visitor visitor) {
    return Helpdesk.settings(visitor.channel()).categories().getLast().id();
  }
}
