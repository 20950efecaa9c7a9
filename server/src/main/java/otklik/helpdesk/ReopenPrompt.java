package otklik.helpdesk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// A person writes soon after their ticket was closed: the same matter, or a new one? They are asked once, whatever
/// they write meanwhile is kept, and who doesn't choose isn't left hanging: their ticket goes on. Who only says thank
/// you isn't asked, and neither is who brings the code that they hadn't.
@Component
final class ReopenPrompt implements DeskPart, PersonButton, TimerHandler {
  private static final String CHOICE = "helpdesk.choice";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Tickets tickets;
  private final FormQuestions formQuestions;
  private final TicketForm ticketForm;
  private final Reopening reopening;
  private final Relay relay;
  private final Timers timers;

  ReopenPrompt(Tickets tickets, FormQuestions formQuestions, TicketForm ticketForm, Reopening reopening, Relay relay,
      Timers timers) {
    this.tickets = tickets;
    this.formQuestions = formQuestions;
    this.ticketForm = ticketForm;
    this.reopening = reopening;
    this.relay = relay;
    this.timers = timers;
  }

  /// False when there is nothing to ask: then the form begins, or goes on.
  boolean asks(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    Turn turn = visitor.turn();
    DeskStep step = formQuestions.current(visitor).orElse(null);
    if (step != null && !(step instanceof DeskStep.Commenting && !Remark.isOne(said))) {
      return false;
    }
    Optional<Ticket> closed = tickets.closedSince(turn, visitor.person().id(),
        turn.now().minus(Helpdesk.settings(turn.channel()).reopenWithin()));
    if (closed.isEmpty()) {
      return false;
    }
    Ticket ticket = closed.get();
    if (Thanks.only(said.content(), turn.channel().texts(), visitor.language())
        || Solved.only(said.content(), turn.channel().texts(), visitor.language())) {
      relay.pass(turn, ticket, Direction.IN, said, shown);
      formQuestions.say(visitor, visitor.text("welcome"), List.of());
      return true;
    }
    if (step == null && ticketForm.isFirstCode(visitor, said.content())) {
      return false;
    }
    formQuestions.go(visitor, new DeskStep.Returning(ticket.id(), List.of(ticketForm.kept(visitor, said, shown))));
    timers.set(turn, CHOICE, visitor.chat().key(), Long.toString(ticket.id().value()),
        turn.now().plus(PATIENCE));
    formQuestions.ask(visitor, visitor.text("returning", "number", number(ticket)), List.of(
        List.of(visitor.button("button.new-ticket", Press.of(DeskButton.NEW_TICKET, ticket.id()).data())),
        List.of(visitor.button("button.old-ticket", Press.of(DeskButton.OLD_TICKET, ticket.id()).data()))));
    return true;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.NEW_TICKET, DeskButton.OLD_TICKET);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Press press = pressing.press();
    if (!(formQuestions.current(visitor).orElse(null) instanceof DeskStep.Returning(var ticket, var written))
        || !press.ticket().filter(ticket::equals).isPresent()) {
      return new Response.Outdated();
    }
    if (press.kind() == DeskButton.NEW_TICKET) {
      ticketForm.begin(visitor, written);
    } else {
      goOn(visitor, ticket, visitor.person().id(), "reopened");
    }
    return Response.done();
  }

  private void goOn(Visitor visitor, TicketId id, @Nullable PersonId actor, String text) throws Exception {
    Ticket ticket = tickets.find(visitor.turn(), id).orElseThrow();
    Reopening.Result result = reopening.reopen(visitor.turn(), ticket, actor);
    formQuestions.say(visitor, visitor.text(text, "number", number(result.open())), List.of());
  }

  private static String number(Ticket ticket) {
    return "%04d".formatted(ticket.number());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CHOICE);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    TicketId id = new TicketId(Long.parseLong(timer.data()));
    Visitor visitor = reopening.visitor(turn, tickets.find(turn, id).orElseThrow());
    if (formQuestions.current(visitor).orElse(null) instanceof DeskStep.Returning(var ticket, _) && ticket.equals(id)) {
      goOn(visitor, id, null, "reopened.by-itself");
    }
  }
}
