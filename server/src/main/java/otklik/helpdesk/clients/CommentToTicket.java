package otklik.helpdesk.clients;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.Comments;
import otklik.helpdesk.tickets.DeskStep;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What was taken for a comment was a new matter: it becomes a request, or part of the one that is open.
@Component
final class CommentToTicket implements DeskPart, PersonButton {
  private final Tickets tickets;
  private final Comments comments;
  private final DeskTickets deskTickets;
  private final Relay relay;
  private final Forms forms;
  private final TicketForm ticketForm;

  CommentToTicket(Tickets tickets, Comments comments, DeskTickets deskTickets, Relay relay,
      Forms forms, TicketForm ticketForm) {
    this.tickets = tickets;
    this.comments = comments;
    this.deskTickets = deskTickets;
    this.relay = relay;
    this.forms = forms;
    this.ticketForm = ticketForm;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.NEW_MATTER);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Press press = pressing.press();
    Turn turn = visitor.turn();
    Optional<Ticket> old = press.ticket().isEmpty() ? Optional.empty()
        : tickets.find(turn, press.ticket().get());
    if (old.isEmpty() || press.moreNumber().isEmpty() || !old.get().person().equals(visitor.person().id())) {
      return new Response.Outdated();
    }
    MessageId message = new MessageId(press.moreNumber().get());
    if (!comments.uncommented(visitor, old.get(), message)) {
      return new Response.Outdated();
    }
    relay.waitAgain(turn, message);
    Optional<Ticket> open = tickets.openOf(turn, visitor.person().id());
    DeskStep step = forms.at(visitor, DeskStep.class).orElse(null);
    if (open.isPresent()) {
      bring(turn, open.get(), message);
      forms.say(visitor, visitor.text("new-matter.added"));
    } else if (step == null || step instanceof DeskStep.Commenting) {
      ticketForm.begin(visitor, List.of(message));
    } else {
      if (step instanceof DeskStep.Returning) {
        forms.amend(visitor, step.with(message));
      } else {
        forms.stay(visitor, step.with(message));
      }
      forms.say(visitor, visitor.text("new-matter.added"));
    }
    return Response.done();
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
