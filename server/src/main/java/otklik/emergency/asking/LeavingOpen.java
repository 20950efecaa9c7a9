package otklik.emergency.asking;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.emergency.helping.StayingOpen;
import otklik.emergency.requests.OwnTicket;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// [Оставить открытой]: a volunteer doesn't think any more that a request isn't urgent, or never did.
@Component
final class LeavingOpen implements EmergencyPart, PersonButton {
  private final Tickets tickets;
  private final StayingOpen stayingOpen;

  LeavingOpen(Tickets tickets, StayingOpen stayingOpen) {
    this.tickets = tickets;
    this.stayingOpen = stayingOpen;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.LEAVE_OPEN);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Ticket ticket = OwnTicket.pressed(tickets, pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    return new Response.Now(ticket.state().equals(Ticket.CLOSED) ? pressing.visitor().text("emergency.take.closed")
        : stayingOpen.reconsidered(pressing.visitor(), ticket), false, false);
  }
}
