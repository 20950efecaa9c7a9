package otklik.emergency.asking;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.commands.Result;
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
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// The person says that it is urgent after all: once, and then a coordinator decides. Before the request is closed it
/// stays open by that.
@Component
final class Appealing implements EmergencyPart, PersonButton {
  private final Tickets tickets;
  private final CommandDoor door;

  Appealing(Tickets tickets, CommandDoor door) {
    this.tickets = tickets;
    this.door = door;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.APPEAL);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Ticket ticket = OwnTicket.ofAsker(tickets, pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    if (!ticket.state().equals(Ticket.CLOSED)) {
      return Response.done(door.pressed(pressing, ticket, new RequestCommand.Insist()).isDone());
    }
    return switch (door.pressed(pressing, ticket, new RequestCommand.Appeal())) {
      case Result.Refused refused when refused.why().key().equals(RequestLifecycle.OTHER_OPEN) ->
          Response.says(door.shown(pressing.visitor(), refused));
      case Result result -> Response.done(result.isDone());
    };
  }
}
