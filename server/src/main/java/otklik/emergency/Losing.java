package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// A volunteer can't be reached or isn't heard any more: what they have is searched for anew, without waiting for their
/// silence.
@Component
final class Losing {
  private final Requests requests;
  private final Tickets tickets;
  private final BackToPool backToPool;
  private final PlaceTraces placeTraces;

  Losing(Requests requests, Tickets tickets, BackToPool backToPool, PlaceTraces placeTraces) {
    this.requests = requests;
    this.tickets = tickets;
    this.backToPool = backToPool;
    this.placeTraces = placeTraces;
  }

  void unreachable(Tx tx, Channel channel, PersonId volunteer) throws Exception {
    lost(tx, channel, volunteer, BackToPool.Why.UNREACHABLE);
  }

  void lost(Tx tx, Channel channel, PersonId volunteer, BackToPool.Why why) throws Exception {
    for (TicketId id : requests.heldBy(tx, channel, volunteer)) {
      backToPool.put(tx, channel, tickets.find(tx, channel, id).orElseThrow(), volunteer, null, why);
    }
    for (TicketId id : requests.doneBy(tx, channel, volunteer)) {
      placeTraces.takeBack(tx, channel, id, volunteer);
    }
  }
}
