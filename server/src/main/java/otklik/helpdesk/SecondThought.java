package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What was taken for a comment was a new matter: it becomes a request, or part of the one that is open.
@Component
final class SecondThought implements PersonButton {
  private final Tickets tickets;
  private final Marks marks;
  private final DeskTickets deskTickets;
  private final Relay relay;
  private final Questions questions;
  private final Form form;

  SecondThought(Tickets tickets, Marks marks, DeskTickets deskTickets, Relay relay, Questions questions, Form form) {
    this.tickets = tickets;
    this.marks = marks;
    this.deskTickets = deskTickets;
    this.relay = relay;
    this.questions = questions;
    this.form = form;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.NEW_MATTER);
  }

  @Override
  public boolean pressed(Visitor visitor, Press press) throws Exception {
    Turn turn = visitor.turn();
    Optional<Ticket> old = press.ticket().isEmpty() ? Optional.empty()
        : tickets.find(turn, press.ticket().get());
    if (old.isEmpty() || press.more().isEmpty() || !old.get().person().equals(visitor.person().id())) {
      return false;
    }
    MessageId message = new MessageId(press.more().get());
    if (!marks.uncommented(visitor, old.get(), message)) {
      return false;
    }
    relay.waitAgain(turn, message);
    Optional<Ticket> open = tickets.openOf(turn, visitor.person().id());
    DeskStep step = questions.current(visitor).orElse(null);
    if (open.isPresent()) {
      bring(turn, open.get(), message);
      questions.say(visitor, visitor.text("new-matter.added"), List.of());
    } else if (step == null || step instanceof DeskStep.Commenting) {
      form.begin(visitor, List.of(message));
    } else {
      questions.go(visitor, step.with(message));
      questions.say(visitor, visitor.text("new-matter.added"), List.of());
    }
    return true;
  }

  /// What was written before a ticket was opened is looked for in its card.
  private void bring(Turn turn, Ticket open, MessageId message) throws Exception {
    String words = Wording.of(relay.contents(turn, List.of(message)).getFirst());
    if (words != null) {
      deskTickets.describedBy(turn, open.id(), words);
    }
    relay.join(turn, open, List.of(message));
  }
}
