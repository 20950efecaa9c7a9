package otklik.helpdesk.clients;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.kernel.TicketId;
import otklik.talk.CommandDoor;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// The thumbs under the question what people think of the help.
@Component
final class RatingButtons implements DeskPart, PersonButton {
  private final Tickets tickets;
  private final CommandDoor door;

  RatingButtons(Tickets tickets, CommandDoor door) {
    this.tickets = tickets;
    this.door = door;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.GOOD, DeskButton.BAD);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    TicketId id = pressing.press().ticket().orElse(null);
    Ticket ticket = id == null ? null : tickets.find(pressing.turn(), id).orElse(null);
    return Response.done(ticket != null && door.pressed(pressing, ticket,
        new DeskCommand.Rate(pressing.press().kind() == DeskButton.GOOD)).isDone());
  }
}
