package otklik.helpdesk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Invisible;
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
import otklik.timers.Timers;
import otklik.turns.Turn;

/// The way of those without a code: where they come from, how to reach them, what happened. Whoever has told their
/// trouble already isn't asked for it again.
@Component
final class TriageForm implements DeskPart, PersonButton, TimerHandler {
  private static final String ALBUM = "helpdesk.trouble";
  /// Telegram gives no sign that an album is complete; its items come within a moment of each other.
  private static final Duration ALBUM_PAUSE = Duration.ofSeconds(2);
  /// A company's name; whatever is longer is what the person came to say.
  private static final int LONGEST_COMPANY = 100;

  private final FormQuestions formQuestions;
  private final TicketOpening ticketOpening;
  private final Relay relay;
  private final People people;
  private final Timers timers;

  TriageForm(FormQuestions formQuestions, TicketOpening ticketOpening, Relay relay, People people, Timers timers) {
    this.formQuestions = formQuestions;
    this.ticketOpening = ticketOpening;
    this.relay = relay;
    this.people = people;
    this.timers = timers;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.ENTER_CODE, DeskButton.NO_CODE, DeskButton.NO_CONTACT);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    return Response.done(isDone(pressing.visitor(), pressing.press()));
  }

  private boolean isDone(Visitor visitor, Press press) throws Exception {
    DeskStep step = formQuestions.current(visitor).orElse(null);
    if (press.kind() == DeskButton.NO_CONTACT && step instanceof DeskStep.GivingContact giving) {
      contactGiven(visitor, giving, null);
      return true;
    }
    if (step instanceof DeskStep.AwaitingCode waiting) {
      if (press.kind() == DeskButton.ENTER_CODE) {
        formQuestions.ask(visitor, visitor.text("send-code"), List.of(List.of(
            visitor.button("button.no-code", Press.of(DeskButton.NO_CODE).data()), cancel(visitor))));
        return true;
      }
      if (press.kind() == DeskButton.NO_CODE) {
        begin(visitor, waiting.written());
        return true;
      }
    }
    return false;
  }

  void begin(Visitor visitor, List<MessageId> written) throws Exception {
    formQuestions.go(visitor, new DeskStep.NamingCompany(written));
    formQuestions.ask(visitor, visitor.text("ask-company"), List.of(List.of(cancel(visitor))));
  }

  void companyNamed(Visitor visitor, DeskStep.NamingCompany step, Incoming.Said said, Content shown) throws Exception {
    if (isMore(visitor, said)) {
      formQuestions.go(visitor, step.with(kept(visitor, said, shown)));
      return;
    }
    MessageId kept = kept(visitor, said, shown);
    String company = said.content() instanceof Content.Text text ? Invisible.stripped(text.text()) : "";
    if (company.isEmpty() || company.length() > LONGEST_COMPANY) {
      formQuestions.go(visitor, step.with(kept));
      formQuestions.ask(visitor, visitor.text("ask-company-again"), List.of(List.of(cancel(visitor))));
      return;
    }
    formQuestions.go(visitor, new DeskStep.GivingContact(company, step.written()));
    formQuestions.ask(visitor, visitor.text("ask-contact"), skipOrCancel(visitor));
  }

  void contactGiven(Visitor visitor, DeskStep.GivingContact step, Incoming.Said said, Content shown) throws Exception {
    if (isMore(visitor, said)) {
      formQuestions.go(visitor, step.with(kept(visitor, said, shown)));
      return;
    }
    MessageId kept = kept(visitor, said, shown);
    Optional<String> contact = ContactLine.in(said.content());
    if (contact.isEmpty()) {
      formQuestions.go(visitor, step.with(kept));
      formQuestions.ask(visitor, visitor.text("contact-wrong"), skipOrCancel(visitor));
      return;
    }
    contactGiven(visitor, step, contact.get());
  }

  /// Nobody waits for an answer that doesn't come.
  void open(Visitor visitor, @Nullable String company, List<MessageId> written) throws Exception {
    formQuestions.say(visitor, visitor.text("form.timed-out"), List.of());
    ticketOpening.openForTriage(visitor, new DeskStep.TellingTrouble(company, null, written));
  }

  /// The operators see them at once, whether they have told what happened or believe to be done: what they tell then is
  /// a part of their ticket.
  private void contactGiven(Visitor visitor, DeskStep.GivingContact step, @Nullable String contact) throws Exception {
    ticketOpening.openForTriage(visitor, new DeskStep.TellingTrouble(step.company(), contact, step.written()));
  }

  void troubleTold(Visitor visitor, DeskStep.TellingTrouble step, Incoming.Said said, Content shown) throws Exception {
    DeskStep.TellingTrouble told = step.with(kept(visitor, said, shown));
    if (said.album() == null) {
      ticketOpening.openForTriage(visitor, told);
    } else {
      formQuestions.go(visitor, told);
      timers.set(visitor.turn(), ALBUM, visitor.chat().key(), Long.toString(visitor.person().id().value()),
          visitor.turn().now().plus(ALBUM_PAUSE));
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ALBUM);
  }

  /// No more items came.
  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    PersonId id = new PersonId(Long.parseLong(timer.data()));
    Visitor visitor = Visitor.of(turn, people.find(turn, id).orElseThrow(), timer.subject());
    if (formQuestions.current(visitor).orElse(null) instanceof DeskStep.TellingTrouble told
        && !told.written().isEmpty()) {
      ticketOpening.openForTriage(visitor, told);
    }
  }

  /// An album comes item by item and is answered once.
  private boolean isMore(Visitor visitor, Incoming.Said said) throws Exception {
    return said.album() != null && relay.knowsAlbum(visitor.turn(), said.ref().chat(), said.album());
  }

  private MessageId kept(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    return relay.keep(visitor.turn(), null, Direction.IN, said, shown);
  }

  private static List<List<Button>> skipOrCancel(Visitor visitor) {
    return List.of(List.of(visitor.button("button.skip", Press.of(DeskButton.NO_CONTACT).data()), cancel(visitor)));
  }

  private static Button cancel(Visitor visitor) {
    return visitor.button("button.cancel", Press.of(DeskButton.CANCEL).data());
  }
}
