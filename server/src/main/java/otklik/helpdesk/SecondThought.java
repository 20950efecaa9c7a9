package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

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
  public boolean pressed(Tx tx, Visitor visitor, Press press) throws Exception {
    Channel channel = visitor.channel();
    Optional<Ticket> old = press.ticket().isEmpty() ? Optional.empty()
        : tickets.find(tx, channel, press.ticket().get());
    if (old.isEmpty() || press.more().isEmpty() || !old.get().person().equals(visitor.person().id())) {
      return false;
    }
    MessageId message = new MessageId(press.more().get());
    if (!marks.uncommented(tx, visitor, old.get(), message)) {
      return false;
    }
    relay.waitAgain(tx, channel, message);
    Optional<Ticket> open = tickets.openOf(tx, channel, visitor.person().id());
    DeskStep step = questions.current(tx, visitor).orElse(null);
    if (open.isPresent()) {
      bring(tx, channel, open.get(), message);
      questions.say(tx, visitor, visitor.text("new-matter.added"), List.of());
    } else if (step == null || step instanceof DeskStep.Commenting) {
      form.begin(tx, visitor, List.of(message));
    } else {
      questions.go(tx, visitor, step.with(message));
      questions.say(tx, visitor, visitor.text("new-matter.added"), List.of());
    }
    return true;
  }

  /// What was written before a ticket was opened is looked for in its card.
  private void bring(Tx tx, Channel channel, Ticket open, MessageId message) throws Exception {
    String words = Wording.of(relay.contents(tx, channel, List.of(message)).getFirst());
    if (words != null) {
      deskTickets.describedBy(tx, channel, open.id(), words);
    }
    relay.join(tx, channel, open, List.of(message));
  }
}
