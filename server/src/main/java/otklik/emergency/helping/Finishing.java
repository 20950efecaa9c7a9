package otklik.emergency.helping;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.CoordinatorButtons;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.Requests;
import otklik.emergency.search.PressedTickets;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.talk.CommandDoor;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;

/// [Выполнена] and [Не соответствует]: the volunteer's last word on a request. Whether help has come, or wasn't urgent, the
/// person says.
@Component
final class Finishing implements EmergencyPart, PersonButton {
  private final PressedTickets pressedTickets;
  private final Requests requests;
  private final NotUrgentConfirm closing;
  private final CommandDoor door;

  Finishing(PressedTickets pressedTickets, Requests requests, NotUrgentConfirm closing, CommandDoor door) {
    this.pressedTickets = pressedTickets;
    this.requests = requests;
    this.closing = closing;
    this.door = door;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.DONE, EmergencyButton.NOT_MATCHING);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = pressedTickets.own(pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    return pressing.press().kind() == EmergencyButton.DONE
        ? Response.says(door.shown(visitor, door.pressed(pressing, ticket, new RequestCommand.Fulfil())))
        : notMatching(pressing, ticket);
  }

  private Response notMatching(Pressing pressing, Ticket ticket) throws Exception {
    Visitor visitor = pressing.visitor();
    if (requests.of(visitor.turn(), ticket).appealed()) {
      return Response.says(visitor.text("emergency.not-urgent.appealed-taken"));
    }
    return pressing.press().more().filter(CoordinatorButtons.SURELY::equals).isPresent()
        ? Response.says(closing.begin(visitor, ticket))
        : closing.ask(visitor, ticket, EmergencyButton.NOT_MATCHING);
  }
}
