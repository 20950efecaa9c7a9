package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// A volunteer can't be reached or isn't heard any more: what they have is searched for anew, without waiting for their
/// silence.
@Component
final class TakerRelease {
  private final Requests requests;
  private final Tickets tickets;
  private final BackToPool backToPool;
  private final PlaceTraces placeTraces;

  TakerRelease(Requests requests, Tickets tickets, BackToPool backToPool, PlaceTraces placeTraces) {
    this.requests = requests;
    this.tickets = tickets;
    this.backToPool = backToPool;
    this.placeTraces = placeTraces;
  }

  void unreachable(Turn turn, PersonId volunteer) throws Exception {
    lost(turn, volunteer, BackToPool.Why.UNREACHABLE);
  }

  void lost(Turn turn, PersonId volunteer, BackToPool.Why why) throws Exception {
    for (TicketId id : requests.heldBy(turn, volunteer)) {
      backToPool.put(turn, tickets.find(turn, id).orElseThrow(), volunteer, null, why);
    }
    for (TicketId id : requests.doneBy(turn, volunteer)) {
      placeTraces.takeBack(turn, id, volunteer);
    }
  }
}
