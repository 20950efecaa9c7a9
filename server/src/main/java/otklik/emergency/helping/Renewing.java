package otklik.emergency.helping;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.emergency.requests.Cases;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.words.PlaceTraces;
import otklik.emergency.words.TakerTime;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// What a volunteer was told of a place is told anew while the messenger still lets us take it back.
@Component
public final class Renewing implements TimerHandler {
  private final Tickets tickets;
  private final Cases cases;
  private final Notifications notifications;
  private final PlaceTraces placeTraces;
  private final TakerBriefing takerBriefing;
  private final TakerTime time;

  Renewing(Tickets tickets, Cases cases, Notifications notifications, PlaceTraces placeTraces,
      TakerBriefing takerBriefing, TakerTime time) {
    this.tickets = tickets;
    this.cases = cases;
    this.notifications = notifications;
    this.placeTraces = placeTraces;
    this.takerBriefing = takerBriefing;
    this.time = time;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(TakerTime.RENEWAL);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElse(null);
    if (ticket == null || ticket.owner() == null || !ticket.state().equals(RequestLifecycle.TAKEN)) {
      return;
    }
    renew(turn, ticket, ticket.owner());
  }

  /// @param helper who has it
  public void renew(Turn turn, Ticket ticket, PersonId helper) throws Exception {
    placeTraces.takeBackTold(turn, ticket.id());
    takerBriefing.tellAnew(notifications.visitor(turn, helper), cases.read(turn, ticket));
    time.placeTold(turn, ticket.id());
  }
}
