package otklik.emergency.asking;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.OwnTicket;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.talk.CommandDoor;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.talk.TalkButton;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// The person doesn't need help any more. Asked once whether that is so: a tap is quickly made.
@Component
final class Withdrawing implements EmergencyPart, PersonButton {
  private final Tickets tickets;
  private final CommandDoor door;
  private final Deliveries deliveries;

  Withdrawing(Tickets tickets, CommandDoor door, Deliveries deliveries) {
    this.tickets = tickets;
    this.door = door;
    this.deliveries = deliveries;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.WITHDRAW, EmergencyButton.WITHDRAW_SURELY);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = OwnTicket.ofAsker(tickets, pressing)
        .filter(own -> !own.state().equals(Ticket.CLOSED)).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    if (pressing.press().kind() == EmergencyButton.WITHDRAW) {
      ask(visitor, ticket);
      return new Response.Now(null, false, true);
    }
    return Response.done(door.pressed(pressing, ticket, new RequestCommand.Withdraw()).isDone());
  }

  void ask(Visitor visitor, Ticket ticket) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(
        visitor.text(ticket.state().equals(RequestLifecycle.TAKEN) ? "emergency.withdraw.ask-taken"
            : "emergency.withdraw.ask", "number", ticket.shownNumber()),
        List.of(
            List.of(visitor.button("emergency.button.withdraw-surely",
                Press.of(EmergencyButton.WITHDRAW_SURELY, ticket.id()).data())),
            List.of(visitor.ownButton("button.keep", Press.of(TalkButton.KEEP).data()))))));
  }
}
