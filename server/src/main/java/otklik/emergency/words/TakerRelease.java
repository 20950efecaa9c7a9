package otklik.emergency.words;

import org.springframework.stereotype.Component;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestMoves;
import otklik.emergency.requests.Requests;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// A volunteer can't be reached or isn't heard any more: what they have is searched for anew, without waiting for their
/// silence.
@Component
public final class TakerRelease {
  private final Requests requests;
  private final Tickets tickets;
  private final RequestMoves requestMoves;
  private final PlaceTraces placeTraces;

  TakerRelease(Requests requests, Tickets tickets, RequestMoves requestMoves, PlaceTraces placeTraces) {
    this.requests = requests;
    this.tickets = tickets;
    this.requestMoves = requestMoves;
    this.placeTraces = placeTraces;
  }

  void unreachable(Turn turn, PersonId volunteer) throws Exception {
    lost(turn, volunteer, RequestCommand.Loss.UNREACHABLE);
  }

  public void lost(Turn turn, PersonId volunteer, RequestCommand.Loss why) throws Exception {
    for (TicketId id : requests.heldBy(turn, volunteer)) {
      requestMoves.follow(turn, Actor.CLOCK, tickets.find(turn, id).orElseThrow(),
          new RequestCommand.Lose(volunteer, why));
    }
    for (TicketId id : requests.doneBy(turn, volunteer)) {
      placeTraces.takeBack(turn, id, volunteer);
    }
  }
}
