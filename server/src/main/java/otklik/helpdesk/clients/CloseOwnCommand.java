package otklik.helpdesk.clients;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.talk.CommandDoor;
import otklik.talk.PersonButton;
import otklik.talk.PersonCommand;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// A person closes their own ticket: with `/close`, or because they say that all is well now. They are asked once, with
/// what it means, and the operators see who closed it.
@Component
final class CloseOwnCommand implements DeskPart, PersonCommand, PersonButton {
  private final Tickets tickets;
  private final CommandDoor door;
  private final Deliveries deliveries;

  CloseOwnCommand(Tickets tickets, CommandDoor door, Deliveries deliveries) {
    this.tickets = tickets;
    this.door = door;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "close";
  }

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    Ticket open = tickets.openOf(visitor.turn(), visitor.person().id()).orElse(null);
    if (open == null) {
      say(visitor, visitor.says(visitor.text("close.nothing")));
    } else {
      ask(visitor, open);
    }
  }

  /// After words that say that the matter is settled; they went to the operators like any other.
  void offer(Visitor visitor, Ticket open, Content said) throws Exception {
    if (Solved.says(said, visitor.channel().texts(), visitor.language())) {
      ask(visitor, open);
    }
  }

  private void ask(Visitor visitor, Ticket open) throws Exception {
    say(visitor, visitor.says(visitor.text("close.ask", "number", open.shownNumber()), List.of(List.of(
        visitor.button("button.close-own", Press.of(DeskButton.CLOSE_OWN, open.id()).data()),
        visitor.button("button.keep-open", Press.of(DeskButton.KEEP_OPEN, open.id()).data())))));
  }

  private void say(Visitor visitor, Call words) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(words));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.CLOSE_OWN, DeskButton.KEEP_OPEN);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Press press = pressing.press();
    Ticket ticket = press.ticket().isEmpty() ? null : tickets.find(pressing.turn(), press.ticket().get()).orElse(null);
    if (ticket == null || !ticket.person().equals(visitor.person().id()) || ticket.state().equals(Ticket.CLOSED)) {
      return new Response.Outdated();
    }
    if (press.kind() == DeskButton.KEEP_OPEN) {
      say(visitor, visitor.says(visitor.text("close.kept")));
      return Response.done();
    }
    return Response.done(door.pressed(pressing, ticket, new DeskCommand.CloseOwn()).isDone());
  }
}
