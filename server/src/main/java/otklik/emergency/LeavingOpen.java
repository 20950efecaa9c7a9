package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// [Оставить открытой]: a volunteer doesn't think any more that a request isn't urgent, or never did.
@Component
final class LeavingOpen implements PersonButton {
  private final Tickets tickets;
  private final StayingOpen stayingOpen;

  LeavingOpen(Tickets tickets, StayingOpen stayingOpen) {
    this.tickets = tickets;
    this.stayingOpen = stayingOpen;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.LEAVE_OPEN);
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
