package otklik.emergency.search;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// The place of an open request is another one now. Wherever the request is shown it is shown there; in another country
/// others are asked, as long as nobody has it.
@Component
public final class PlacedAnew {
  private final Tickets tickets;
  private final Requests requests;
  private final VolunteerSearch volunteerSearch;
  private final RequestViews requestViews;

  PlacedAnew(Tickets tickets, Requests requests, VolunteerSearch volunteerSearch, RequestViews requestViews) {
    this.tickets = tickets;
    this.requests = requests;
    this.volunteerSearch = volunteerSearch;
    this.requestViews = requestViews;
  }

  public void in(Visitor visitor, Ticket ticket, EmergencyStep.Place place) throws Exception {
    Turn turn = visitor.turn();
    TicketId id = ticket.id();
    boolean abroad = !requests.of(turn, ticket).country().equals(place.country());
    requests.placedIn(turn, id, place.city(), place.country());
    if (abroad && ticket.state().equals(RequestLifecycle.OPEN)) {
      requests.backInPool(turn, id);
      volunteerSearch.begin(turn, tickets.find(turn, id).orElseThrow());
    }
    requestViews.refresh(turn, id);
  }
}
